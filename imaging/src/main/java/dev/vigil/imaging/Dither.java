package dev.vigil.imaging;

/**
 * The sequence of random numbers that the FITS standard fixes for dithered tiles: ten thousand of Park and Miller's, in which
 * each tile begins somewhere else.
 */
final class Dither {
    static final int LENGTH = 10_000;

    private static final int STRIDE = 500;
    private static final float[] NUMBERS = numbers();

    private int start;
    private int at;

    /** The numbers for one tile, counted from 0. */
    Dither(int seed, int tile) {
        start = (tile + seed - 1) % LENGTH;
        at = first();
    }

    private static float[] numbers() {
        float[] numbers = new float[LENGTH];
        double seed = 1;
        for (int i = 0; i < LENGTH; i++) {
            double next = 16807.0 * seed;
            seed = next - 2147483647.0 * (int) (next / 2147483647.0);
            numbers[i] = (float) (seed / 2147483647.0);
        }
        return numbers;
    }

    private int first() {
        return (int) (NUMBERS[start] * STRIDE);
    }

    /** The next so many numbers, each above 0 and below 1. */
    void fill(float[] into, int count) {
        for (int done = 0; done < count; ) {
            int some = Math.min(count - done, LENGTH - at);
            System.arraycopy(NUMBERS, at, into, done, some);
            done += some;
            at += some;
            if (at == LENGTH) {
                start = (start + 1) % LENGTH;
                at = first();
            }
        }
    }
}
