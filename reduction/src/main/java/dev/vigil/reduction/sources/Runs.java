package dev.vigil.reduction.sources;

import java.util.Arrays;

/** Runs of neighbouring pixels above a limit, gathered row by row, and which of them touch (at corners too). */
final class Runs {
    private final int width;
    private final DisjointSets labels = new DisjointSets();
    private int[] places = new int[1 << 12];
    private float[] heights = new float[1 << 12];
    private int pixels;

    /** Where each run begins among the pixels; its label has the same number. */
    private int[] starts = new int[1 << 10];

    /** The first run of the row before, and the first of this one. */
    private int before;

    private int here;

    Runs(int width) {
        this.width = width;
    }

    void addRow(int y, float[] row, float limit) {
        before = here;
        here = labels.size();
        int x = 0;
        while (x < width) {
            if (row[x] > limit) {
                int end = x + 1;
                while (end < width && row[end] > limit) {
                    end++;
                }
                addRun(y, x, end, row);
                x = end;
            }
            x++;
        }
    }

    private void addRun(int y, int x, int end, float[] row) {
        int run = labels.add();
        starts = run == starts.length ? Arrays.copyOf(starts, 2 * run) : starts;
        starts[run] = pixels;
        reserve(pixels + end - x);
        for (int column = x; column < end; column++) {
            places[pixels] = y * width + column;
            heights[pixels++] = row[column];
        }
        touch(run, (y - 1) * width + x, (y - 1) * width + end);
    }

    private void reserve(int wanted) {
        if (wanted > places.length) {
            int length = Math.max(wanted, 2 * places.length);
            places = Arrays.copyOf(places, length);
            heights = Arrays.copyOf(heights, length);
        }
    }

    /** Runs of the row before come in order; those that end left of this one touch none of the later ones either. */
    private void touch(int run, int left, int right) {
        while (before < here && lastPlace(before) < left - 1) {
            before++;
        }
        for (int other = before; other < here && places[starts[other]] <= right; other++) {
            labels.unite(other, run);
        }
    }

    private int lastPlace(int run) {
        return places[starts[run + 1] - 1];
    }

    int size() {
        return labels.size();
    }

    int label(int run) {
        return labels.root(run);
    }

    int start(int run) {
        return starts[run];
    }

    int end(int run) {
        return run + 1 < labels.size() ? starts[run + 1] : pixels;
    }

    int[] places() {
        return places;
    }

    float[] heights() {
        return heights;
    }
}
