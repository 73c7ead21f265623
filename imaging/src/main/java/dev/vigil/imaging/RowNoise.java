package dev.vigil.imaging;

import java.util.Arrays;

/**
 * The noise of a row of pixels: the median of the absolute third-order differences, which neither a slope nor a star moves. A
 * half of a percent is exact enough, so the values are counted by their first bits and not sorted.
 */
final class RowNoise {
    /** From that median to the standard deviation of normal noise. */
    private static final double SIGMA_PER_DIFFERENCE = 0.6052697;

    /** A sign, eight bits of exponent and seven of the fraction are left. */
    private static final int DROPPED_BITS = 16;

    private static final int FEWEST = 9;

    private final int[] counts = new int[1 << (Integer.SIZE - 1 - DROPPED_BITS)];
    private int lowest;
    private int highest;

    /** The standard deviation of so many values, all of them finite; 0 where there are too few or they do not scatter. */
    double of(float[] values, int count) {
        if (count < FEWEST) {
            return 0;
        }
        int differences = count(values, count);
        double median = median(differences);
        Arrays.fill(counts, lowest, highest + 1, 0);
        return SIGMA_PER_DIFFERENCE * median;
    }

    private int count(float[] values, int count) {
        lowest = counts.length - 1;
        highest = 0;
        for (int i = 2; i < count - 2; i++) {
            float difference = Math.abs(2 * values[i] - values[i - 2] - values[i + 2]);
            int bin = Float.floatToRawIntBits(difference) >>> DROPPED_BITS;
            counts[bin]++;
            lowest = Math.min(lowest, bin);
            highest = Math.max(highest, bin);
        }
        return count - 4;
    }

    private double median(int differences) {
        int wanted = differences / 2;
        int below = 0;
        int bin = lowest;
        while (below + counts[bin] <= wanted) {
            below += counts[bin++];
        }
        double share = (wanted - below + 0.5) / counts[bin];
        float from = Float.intBitsToFloat(bin << DROPPED_BITS);
        float to = Float.intBitsToFloat((bin + 1) << DROPPED_BITS);
        return bin == 0 ? 0 : from + share * (to - from);
    }
}
