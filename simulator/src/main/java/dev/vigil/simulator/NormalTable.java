package dev.vigil.simulator;

/** Quantiles of the normal distribution, small enough to stay in the processor's cache. */
final class NormalTable {
    static final int BITS = 12;
    static final int MASK = (1 << BITS) - 1;
    /** Two of these, drawn at random and added, have mean 0 and standard deviation 1. */
    static final float[] HALVES = halves();

    private NormalTable() {}

    private static float[] halves() {
        double[] quantiles = new double[1 << BITS];
        double squares = 0;
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = quantile((i + 0.5) / quantiles.length);
            squares += quantiles[i] * quantiles[i];
        }
        double scale = Math.sqrt(quantiles.length / squares / 2);
        float[] halves = new float[quantiles.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (float) (quantiles[i] * scale);
        }
        return halves;
    }

    /** By halving an interval; there are few of them and they are made once. */
    private static double quantile(double probability) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The series of the normal distribution function around 0, which converges everywhere. */
    private static double cumulative(double x) {
        double term = x;
        double sum = x;
        for (int i = 1; i < 100; i++) {
            term *= x * x / (2 * i + 1);
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
