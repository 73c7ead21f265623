package dev.vigil.bench.truth;

import java.util.Arrays;

/** Points of an image, and which of them is the nearest. */
final class Places {
    /** Nothing is looked for that is further away. */
    static final double REACH = 32;

    private final double[] x;
    private final double[] y;
    private final int cells;
    private final int[] starts;
    private final int[] sorted;

    /** A size that holds them all. */
    Places(double[] x, double[] y, int size) {
        this.x = x;
        this.y = y;
        this.cells = (int) Math.ceil(size / REACH) + 1;
        this.starts = new int[cells * cells + 1];
        this.sorted = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            starts[cell(x[i], y[i]) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int i = 0; i < x.length; i++) {
            sorted[next[cell(x[i], y[i])]++] = i;
        }
    }

    private int cell(double px, double py) {
        return along(py) * cells + along(px);
    }

    private int along(double at) {
        return Math.max(0, Math.min((int) (at / REACH), cells - 1));
    }

    /** The number of the nearest point but one, -1 where none is within reach. */
    int nearest(double px, double py, int but) {
        int best = -1;
        double least = REACH * REACH;
        for (int row = Math.max(0, along(py) - 1); row <= Math.min(cells - 1, along(py) + 1); row++) {
            for (int column = Math.max(0, along(px) - 1); column <= Math.min(cells - 1, along(px) + 1); column++) {
                for (int i = starts[row * cells + column]; i < starts[row * cells + column + 1]; i++) {
                    double square = square(sorted[i], px, py);
                    if (sorted[i] != but && square < least) {
                        least = square;
                        best = sorted[i];
                    }
                }
            }
        }
        return best;
    }

    private double square(int point, double px, double py) {
        return (x[point] - px) * (x[point] - px) + (y[point] - py) * (y[point] - py);
    }

    /** How far the nearest point but one is; infinitely far where none is within reach. */
    double distance(double px, double py, int but) {
        int nearest = nearest(px, py, but);
        return nearest < 0 ? Double.POSITIVE_INFINITY : Math.sqrt(square(nearest, px, py));
    }
}
