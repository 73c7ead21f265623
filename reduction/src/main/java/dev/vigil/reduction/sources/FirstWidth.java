package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A first look at the bright stars, to know how wide the filter has to be that finds the faint ones. */
final class FirstWidth {
    /** A width that many telescopes have, for images in which no star tells. */
    static final double USUAL_SIGMA = 1.3;

    private static final double BRIGHT = 25;
    private static final int MOST = 300;
    private static final int FEWEST = 3;

    /** Hot pixels and the tracks of particles are narrower. */
    private static final double NARROWEST = 0.55;

    private final Residual residual;

    private FirstWidth(Residual residual) {
        this.residual = residual;
    }

    /** The standard deviation of the Gaussian that a typical star's core looks like, in pixels. */
    static double sigma(Residual residual) {
        return new FirstWidth(residual).typical();
    }

    private double typical() {
        double[] widths = peaks().stream()
                .map(place -> CoreWidth.sigma(residual, place))
                .filter(sigma -> sigma.isPresent() && sigma.getAsDouble() > NARROWEST)
                .mapToDouble(sigma -> sigma.getAsDouble())
                .sorted()
                .toArray();
        return widths.length < FEWEST ? USUAL_SIGMA : densest(widths, 0, widths.length);
    }

    /** The middle of the narrowest interval that holds half of the values, of its narrowest half, and so on. */
    private static double densest(double[] sorted, int from, int to) {
        if (to - from <= FEWEST) {
            return sorted[(from + to) / 2];
        }
        int half = (to - from + 1) / 2;
        int best = from;
        for (int i = from; i + half <= to; i++) {
            if (sorted[i + half - 1] - sorted[i] < sorted[best + half - 1] - sorted[best]) {
                best = i;
            }
        }
        return densest(sorted, best, best + half);
    }

    private List<Integer> peaks() {
        List<Integer> peaks = new ArrayList<>();
        float limit = (float) BRIGHT * residual.sky().noise();
        float[] values = residual.values();
        for (int y = 1; y < residual.height() - 1; y++) {
            int row = y * residual.width();
            for (int i = row + 1; i < row + residual.width() - 1; i++) {
                if (values[i] > limit && isPeak(i)) {
                    peaks.add(i);
                }
            }
        }
        peaks.sort(Comparator.comparingDouble((Integer place) -> -values[place]).thenComparing(place -> place));
        return peaks.subList(0, Math.min(MOST, peaks.size()));
    }

    private boolean isPeak(int place) {
        int width = residual.width();
        int[] around = {-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1};
        return !residual.image().isSaturated(place)
                && !residual.image().isForeign(place)
                && Arrays.stream(around).allMatch(step -> isNoBrighter(place + step, place));
    }

    /** Of two that are equal the first is the peak. */
    private boolean isNoBrighter(int other, int place) {
        float value = residual.values()[other];
        float peak = residual.values()[place];
        return !residual.image().isSaturated(other) && (other < place ? value < peak : value <= peak);
    }
}
