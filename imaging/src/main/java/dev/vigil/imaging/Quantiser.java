package dev.vigil.imaging;

/**
 * Turns a row of single-precision pixels into whole steps of a part of its noise, dithered so that means stay what they were
 * (SUBTRACTIVE_DITHER_2): zeros stay zeros, and what is not a number stays so.
 */
final class Quantiser {
    /** Stands for what is not a number; ZBLANK says so. */
    static final int NO_VALUE = -2147483647;

    /** Stands for zero itself. */
    static final int ZERO = -2147483646;

    private static final int FIRST = NO_VALUE + 10;
    private static final double MOST_STEPS = 4294967000.0;

    private final TileForm form;
    private final RowNoise noise = new RowNoise();
    private final float[] good;
    private final float[] random;
    private final int[] steps;
    private double scale;
    private double zero;
    private float smallest;
    private float largest;

    Quantiser(TileForm form, int width) {
        this.form = form;
        this.good = new float[width];
        this.random = new float[width];
        this.steps = new int[width];
    }

    /** Whether it could be done to this row; one without noise cannot be told in steps of it. */
    boolean quantise(float[] pixels, int from, int tile) {
        return quantise(pixels, from, tile, Float.POSITIVE_INFINITY);
    }

    /** The same, where the values that are at least the top are afterwards those that were before. */
    boolean quantise(float[] pixels, int from, int tile, float top) {
        int known = gather(pixels, from);
        double step = noise.of(good, known) / form.level();
        if (smallest == 0 && largest == 0) {
            step = 1;
        }
        if (!(step > 0) || !((largest - (double) smallest) / step < MOST_STEPS)) {
            return false;
        }
        scale = step;
        zero = smallest - step * FIRST;
        new Dither(form.seed(), tile).fill(random, steps.length);
        if (known == steps.length) {
            stepsOf(pixels, from);
        } else {
            stepsAndHolesOf(pixels, from);
        }
        if (largest > top - 2 * scale) {
            keepTop(pixels, from, top);
        }
        return true;
    }

    /** The next step lifts a value that was rounded below the top, or takes one down that was rounded up to it. */
    private void keepTop(float[] pixels, int from, float top) {
        for (int i = 0; i < steps.length; i++) {
            boolean isAtTop = pixels[from + i] >= top;
            boolean isBack = value(steps[i], random[i], scale, zero) >= top;
            if (steps[i] > ZERO && isAtTop != isBack) {
                steps[i] += isAtTop ? 1 : -1;
            }
        }
    }

    /** What a step stands for. */
    static float value(int step, float random, double scale, double zero) {
        return (float) (((double) step - random + 0.5) * scale + zero);
    }

    /** The values that are one, and between what they lie; 0 and 0 where there is none. */
    private int gather(float[] pixels, int from) {
        int known = 0;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + steps.length; i++) {
            float value = pixels[i];
            if (!Float.isNaN(value)) {
                good[known++] = value;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        smallest = known == 0 ? 0 : least;
        largest = known == 0 ? 0 : most;
        return known;
    }

    private void stepsOf(float[] pixels, int from) {
        double perStep = 1 / scale;
        double origin = smallest;
        for (int i = 0; i < steps.length; i++) {
            float value = pixels[from + i];
            int step = FIRST + (int) ((value - origin) * perStep + random[i]);
            steps[i] = value == 0 ? ZERO : step;
        }
    }

    private void stepsAndHolesOf(float[] pixels, int from) {
        stepsOf(pixels, from);
        for (int i = 0; i < steps.length; i++) {
            if (Float.isNaN(pixels[from + i])) {
                steps[i] = NO_VALUE;
            }
        }
    }

    int[] steps() {
        return steps;
    }

    double scale() {
        return scale;
    }

    double zero() {
        return zero;
    }
}
