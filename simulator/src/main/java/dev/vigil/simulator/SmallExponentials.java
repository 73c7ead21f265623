package dev.vigil.simulator;

/** exp(−x) for x from 0 to 63, from two tables and a short series: fast, and the same on every machine. */
final class SmallExponentials {
    private static final int STEPS = 1024;
    private static final double[] WHOLE = table(64, 1);
    private static final double[] PART = table(STEPS, STEPS);

    private SmallExponentials() {}

    static double ofMinus(float x) {
        int steps = (int) (x * STEPS);
        double rest = x - (double) steps / STEPS;
        return WHOLE[steps / STEPS] * PART[steps % STEPS] * (1 - rest + rest * rest / 2);
    }

    private static double[] table(int entries, double steps) {
        double[] table = new double[entries];
        for (int i = 0; i < entries; i++) {
            table[i] = StrictMath.exp(-i / steps);
        }
        return table;
    }
}
