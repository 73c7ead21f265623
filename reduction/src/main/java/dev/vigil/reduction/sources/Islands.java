package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.List;

/** Sorts runs into islands, and leaves out those that are too small or too low. */
final class Islands {
    private final Runs runs;
    private final SourceSettings settings;
    private final int[] sizes;
    private final float[] peaks;

    private Islands(Runs runs, SourceSettings settings) {
        this.runs = runs;
        this.settings = settings;
        this.sizes = new int[runs.size()];
        this.peaks = new float[runs.size()];
    }

    /** All islands of a filtered image, by their lowest pixel. */
    static List<Island> of(MatchedFilter filter, int width, int height, SourceSettings settings) {
        Runs runs = new Runs(width);
        float[] row = new float[width];
        for (int y = 0; y < height; y++) {
            filter.row(y, row);
            runs.addRow(y, row, (float) settings.outline());
        }
        return new Islands(runs, settings).sorted();
    }

    private List<Island> sorted() {
        for (int run = 0; run < runs.size(); run++) {
            measure(run, runs.label(run));
        }
        List<Island> islands = new ArrayList<>();
        int[] numbers = new int[runs.size()];
        for (int label = 0; label < sizes.length; label++) {
            if (isKept(label)) {
                numbers[label] = islands.size();
                islands.add(new Island(new int[sizes[label]], new float[sizes[label]]));
            }
        }
        int[] filled = new int[islands.size()];
        for (int run = 0; run < runs.size(); run++) {
            if (isKept(runs.label(run))) {
                int number = numbers[runs.label(run)];
                filled[number] = copy(run, islands.get(number), filled[number]);
            }
        }
        return islands;
    }

    private void measure(int run, int label) {
        sizes[label] += runs.end(run) - runs.start(run);
        for (int i = runs.start(run); i < runs.end(run); i++) {
            peaks[label] = Math.max(peaks[label], runs.heights()[i]);
        }
    }

    private boolean isKept(int label) {
        return sizes[label] >= settings.fewestPixels() && peaks[label] >= settings.significance();
    }

    private int copy(int run, Island island, int filled) {
        int count = runs.end(run) - runs.start(run);
        System.arraycopy(runs.places(), runs.start(run), island.places(), filled, count);
        System.arraycopy(runs.heights(), runs.start(run), island.heights(), filled, count);
        return filled + count;
    }
}
