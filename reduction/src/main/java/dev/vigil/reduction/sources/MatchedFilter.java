package dev.vigil.reduction.sources;

import java.util.Arrays;

/**
 * An image seen through a Gaussian of the stars' own width, in standard deviations of its noise, row by row. Pixels that
 * say nothing are bridged by their neighbours; those that are noisier than the sky (hot ones, in an image whose variance
 * is known) count for less.
 */
final class MatchedFilter {
    private static final double REACH = 2.5;

    /** A flat as low as this makes the light of a source this much noisier than its electrons; so much is no noisy pixel. */
    private static final float LOWEST_FLAT = 0.25f;

    private final Residual residual;
    private final int width;
    private final float[] taps;
    private final float[][] ring;
    private final float[] noises;
    private final float[] dark;
    private final float[] columns;
    private final float[][] shifted;
    private int loaded;

    MatchedFilter(Residual residual, double sigma) {
        this.residual = residual;
        this.width = residual.width();
        this.taps = taps(sigma);
        this.ring = new float[2 * taps.length - 1][width];
        this.noises = new float[width];
        this.dark = new float[width];
        this.columns = new float[width];
        this.shifted = new float[4][width];
    }

    /** Half of the kernel along one axis, scaled so that noise of one stays noise of one. */
    private static float[] taps(double sigma) {
        double[] values = new double[(int) Math.ceil(REACH * sigma) + 1];
        Gaussian.fill(values, values.length, 0, 0, sigma);
        double squares = 2 * Arrays.stream(values).map(value -> value * value).sum() - 1;
        float[] taps = new float[values.length];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = (float) (values[i] / Math.sqrt(squares));
        }
        return taps;
    }

    /** Writes one row as seen through the filter; rows are asked for in their order. */
    void row(int y, float[] into) {
        int reach = taps.length - 1;
        while (loaded < residual.height() && loaded <= y + reach) {
            load(loaded++);
        }
        acrossRows(y);
        alongRow(into);
    }

    private void acrossRows(int y) {
        scale(rowOf(y), taps[0], columns);
        int i = 1;
        for (; i + 1 < taps.length; i += 2) {
            add(rowOf(y - i), rowOf(y + i), taps[i], rowOf(y - i - 1), rowOf(y + i + 1), taps[i + 1], columns);
        }
        if (i < taps.length) {
            add(rowOf(y - i), rowOf(y + i), taps[i], dark, dark, 0, columns);
        }
    }

    /** Beyond the image there is no light. */
    private float[] rowOf(int y) {
        return y >= 0 && y < residual.height() ? ring[y % ring.length] : dark;
    }

    /** Shifted copies cost less than shifted indices, for which the compiler makes no vectors. */
    private void alongRow(float[] into) {
        scale(columns, taps[0], into);
        int i = 1;
        for (; i + 1 < taps.length; i += 2) {
            shift(i, shifted[0], shifted[1]);
            shift(i + 1, shifted[2], shifted[3]);
            add(shifted[0], shifted[1], taps[i], shifted[2], shifted[3], taps[i + 1], into);
        }
        if (i < taps.length) {
            shift(i, shifted[0], shifted[1]);
            add(shifted[0], shifted[1], taps[i], dark, dark, 0, into);
        }
    }

    private void shift(int pixels, float[] left, float[] right) {
        int kept = Math.max(0, width - pixels);
        Arrays.fill(left, kept, width, 0f);
        Arrays.fill(right, 0, width - kept, 0f);
        System.arraycopy(columns, width - kept, left, 0, kept);
        System.arraycopy(columns, 0, right, width - kept, kept);
    }

    private static void scale(float[] from, float factor, float[] into) {
        for (int x = 0; x < from.length; x++) {
            into[x] = factor * from[x];
        }
    }

    private static void add(float[] a, float[] b, float f, float[] c, float[] d, float g, float[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] += f * (a[x] + b[x]) + g * (c[x] + d[x]);
        }
    }

    private void load(int y) {
        float[] row = ring[y % ring.length];
        float[] values = residual.values();
        int start = y * width;
        residual.sky().noisesOfRow(y, noises);
        System.arraycopy(values, start, row, 0, width);
        if (residual.image().variance().isPresent()) {
            weigh(row, residual.image().variance().get(), start);
        }
        for (int x = 0; x < width; x++) {
            row[x] /= noises[x];
        }
        if (residual.hasGaps(y)) {
            bridgeGaps(row, y);
        }
    }

    private void bridgeGaps(float[] row, int y) {
        for (int x = 0; x < width; x++) {
            if (Float.isNaN(row[x])) {
                row[x] = bridge(x, y) / noises[x];
            }
        }
    }

    private void weigh(float[] row, float[] variance, int start) {
        for (int x = 0; x < row.length; x++) {
            float ofSky = noises[x] * noises[x];
            float besides = variance[start + x] - Math.max(row[x], 0f) / LOWEST_FLAT;
            row[x] *= ofSky / Math.max(ofSky, besides);
        }
    }

    /** The mean of the neighbours that say something. */
    private float bridge(int x, int y) {
        float sum = 0;
        int known = 0;
        for (int row = y - 1; row <= y + 1; row++) {
            for (int column = x - 1; column <= x + 1; column++) {
                float value = residual.at(column, row);
                if (!Float.isNaN(value)) {
                    sum += value;
                    known++;
                }
            }
        }
        return known == 0 ? 0 : sum / known;
    }
}
