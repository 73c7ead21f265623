package dev.vigil.reduction.statistics;

import java.util.Arrays;

/** Statistics that a few bad values do not move. The values handed in as {@code work} may be put into another order. */
public final class Robust {
    /** The median absolute deviation of a normal distribution, times this, is its standard deviation. */
    public static final double SIGMA_PER_MAD = 1.482602218505602;

    private static final int ENOUGH = 1 << 20;

    private Robust() {}

    /** The median of the first {@code count} values, which are put into another order. */
    public static float median(float[] work, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("Nothing has no median");
        }
        int middle = count / 2;
        float upper = select(work, count, middle);
        return count % 2 == 1 ? upper : (largest(work, middle) + upper) / 2;
    }

    public static float median(float[] values) {
        return median(values.clone(), values.length);
    }

    /**
     * A million of the values or all, spread evenly and by an odd step, so that no column of an image is left out: their median is
     * known to a thousandth of the scatter.
     */
    public static float[] sample(float[] values) {
        int step = Math.max(1, values.length / ENOUGH) | 1;
        float[] some = new float[(values.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[i * step];
        }
        return some;
    }

    /** The robust standard deviation of the first {@code count} values, which are overwritten. */
    public static double sigma(float[] work, int count, float centre) {
        for (int i = 0; i < count; i++) {
            work[i] = Math.abs(work[i] - centre);
        }
        return SIGMA_PER_MAD * median(work, count);
    }

    /**
     * The mean of what lies within {@code kappa} robust standard deviations (at least one count) of the median; not a
     * number where nothing is one.
     */
    public static float clippedMean(float[] values, int from, int to, double kappa, float[] work) {
        int known = finite(values, from, to, work);
        if (known == 0) {
            return Float.NaN;
        }
        float median = median(work, known);
        double limit = kappa * Math.max(1.0, sigma(work, known, median));
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Math.abs(values[i] - median) <= limit) {
                sum += values[i];
                count++;
            }
        }
        return (float) (sum / count);
    }

    /** The median of what is a number there; not a number where nothing is one. */
    public static float finiteMedian(float[] values, int from, int to, float[] work) {
        int known = finite(values, from, to, work);
        return known == 0 ? Float.NaN : median(work, known);
    }

    private static int finite(float[] values, int from, int to, float[] into) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (Float.isFinite(values[i])) {
                into[count++] = values[i];
            }
        }
        return count;
    }

    private static float largest(float[] values, int count) {
        float largest = values[0];
        for (int i = 1; i < count; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** Hoare's selection: afterwards everything before {@code wanted} is at most, everything behind at least, its value. */
    private static float select(float[] values, int count, int wanted) {
        int left = 0;
        int right = count - 1;
        while (right - left > 12) {
            float pivot = medianOfThree(values[left], values[(left + right) >>> 1], values[right]);
            int low = left;
            int high = right;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    float swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (wanted <= high) {
                right = high;
            } else if (wanted >= low) {
                left = low;
            } else {
                return values[wanted];
            }
        }
        Arrays.sort(values, left, right + 1);
        return values[wanted];
    }

    private static float medianOfThree(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
