package dev.vigil.simulator;

/** exp(−x) for small x in steps of 1/1024, from two tables: the same on every machine. */
final class SmallExponentials {
    private static final int STEPS = 1024;
    private static final double[] WHOLE = table(64, 1);
    private static final double[] PART = table(STEPS, STEPS);

    private SmallExponentials() {}

    static double ofMinus(float x) {
        int steps = Math.round(x * STEPS);
        return WHOLE[steps / STEPS] * PART[steps % STEPS];
    }

    private static double[] table(int entries, double steps) {
        double[] table = new double[entries];
        for (int i = 0; i < entries; i++) {
            table[i] = StrictMath.exp(-i / steps);
        }
        return table;
    }
}
