package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.statistics.Robust;
import java.util.Arrays;

/**
 * The sky of a frame as far as it changes slowly: the median of each large square, and straight lines between their
 * middles. Squares are larger than fringes are apart, so these stay.
 */
final class SlowSky {
    private static final int SQUARE = 256;
    private static final int SAMPLE_STEP = 3;
    private static final double KAPPA = 2.5;
    private static final int ROUNDS = 4;

    private final Size size;
    private final int across;
    private final int up;
    private final float[] levels;
    private final float level;
    private final float sigma;

    private SlowSky(Size size, int across, int up, float[] levels, float sigma) {
        this.size = size;
        this.across = across;
        this.up = up;
        this.levels = levels;
        this.level = Robust.median(levels);
        this.sigma = sigma;
    }

    /** The sky of an image whose pixels that say nothing are not numbers. */
    static SlowSky of(Size size, float[] light) {
        int across = Math.max(1, Math.round((float) size.width() / SQUARE));
        int up = Math.max(1, Math.round((float) size.height() / SQUARE));
        float[] levels = new float[across * up];
        float[] sigmas = new float[across * up];
        for (int y = 0; y < up; y++) {
            for (int x = 0; x < across; x++) {
                measure(size, light, edges(size, across, up, x, y), levels, sigmas, y * across + x);
            }
        }
        fill(levels);
        fill(sigmas);
        return new SlowSky(size, across, up, levels, Robust.median(sigmas));
    }

    private static Section edges(Size size, int across, int up, int x, int y) {
        int left = x * size.width() / across;
        int bottom = y * size.height() / up;
        return new Section(left, bottom, (x + 1) * size.width() / across - left, (y + 1) * size.height() / up - bottom);
    }

    private static void measure(Size size, float[] light, Section square, float[] levels, float[] sigmas, int number) {
        float[] values = new float[square.width() * square.height() / SAMPLE_STEP + 1];
        int count = 0;
        for (int i = 0; i < square.width() * square.height(); i += SAMPLE_STEP) {
            float value = light[(square.y() + i / square.width()) * size.width() + square.x() + i % square.width()];
            if (Float.isFinite(value)) {
                values[count++] = value;
            }
        }
        levels[number] = Float.NaN;
        sigmas[number] = Float.NaN;
        for (int round = 0; round < ROUNDS && count > 0; round++) {
            levels[number] = Robust.median(values, count);
            sigmas[number] = (float) Robust.sigma(values.clone(), count, levels[number]);
            count = near(values, count, levels[number], (float) KAPPA * sigmas[number]);
        }
    }

    private static int near(float[] values, int count, float level, float limit) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(values[i] - level) <= limit) {
                values[kept++] = values[i];
            }
        }
        return kept;
    }

    /** Squares without a usable pixel get what is usual. */
    private static void fill(float[] values) {
        float[] work = new float[values.length];
        float usual = Robust.finiteMedian(values, 0, values.length, work);
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isFinite(values[i]) ? values[i] : usual;
        }
    }

    /** The usual level; not a number for an image that says nothing. */
    float level() {
        return level;
    }

    /** How far pixels scatter about it, fringes included. */
    float sigma() {
        return sigma;
    }

    /** Its levels along one row. */
    void row(int y, float[] into) {
        double v = place(y, size.height(), up);
        int below = Math.max(0, Math.min(up - 2, (int) v));
        float[] line = new float[across];
        for (int x = 0; x < across; x++) {
            line[x] = up == 1
                    ? levels[x]
                    : (float) between(levels[below * across + x], levels[(below + 1) * across + x], v - below);
        }
        if (across == 1) {
            Arrays.fill(into, 0, size.width(), line[0]);
            return;
        }
        for (int x = 0; x < size.width(); x++) {
            double u = place(x, size.width(), across);
            int left = Math.max(0, Math.min(across - 2, (int) u));
            into[x] = (float) between(line[left], line[left + 1], u - left);
        }
    }

    /** In squares, counted from the middle of the first; lines go on straight beyond the last middles. */
    private static double place(int pixel, int pixels, int squares) {
        return (pixel + 0.5) * squares / pixels - 0.5;
    }

    private static double between(double one, double other, double share) {
        return one + (other - one) * share;
    }
}
