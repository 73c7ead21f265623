package dev.vigil.reduction.sources;

import java.util.Arrays;

/**
 * The most frequent value of a box, and the noise about it: of a histogram that is clipped until nothing stands out, 2.5
 * medians less 1.5 means, which is where a slightly lopsided heap of values has its top. Where stars are so many that the
 * rule fails, the median.
 */
final class BoxMode {
    static final int FEWEST = 16;

    private static final int BINS = 256;
    private static final int MIDDLE = BINS / 2;

    /** How far the histogram reaches on either side, in standard deviations. */
    private static final float REACH = 8;

    private static final int SAMPLE = 97;
    private static final int ROUNDS = 12;
    private static final double CLIP = 3;

    /** What clipping at three standard deviations again and again leaves of the standard deviation of plain noise. */
    private static final double LEFT_BY_CLIPPING = 0.9848;

    private static final double SIGMA_PER_QUARTILES = 0.7413;
    private static final double LOPSIDED = 0.3;

    private final int[] histogram = new int[BINS];
    private final float[] sample = new float[SAMPLE];
    private float low;
    private float step;

    private int from;
    private int to;
    private double mean;
    private double median;
    private double sigma;

    /** Takes the measure of the first {@code count} values; says whether they were enough. */
    boolean measure(float[] values, int count) {
        if (count < FEWEST) {
            return false;
        }
        chooseRange(values, count);
        fill(values, count);
        clip();
        return true;
    }

    float level() {
        double mode = Math.abs(mean - median) < LOPSIDED * sigma ? 2.5 * median - 1.5 * mean : median;
        return (float) (low + (mode + 0.5) * step);
    }

    float noise() {
        return (float) (sigma * step / LEFT_BY_CLIPPING);
    }

    /** Whole numbers fall into the middle of bins that are no narrower than their distance. */
    private void chooseRange(float[] values, int count) {
        int kept = Math.min(SAMPLE, count);
        for (int i = 0; i < kept; i++) {
            sample[i] = values[(int) ((long) i * count / kept)];
        }
        Arrays.sort(sample, 0, kept);
        float middle = sample[kept / 2];
        double spread = SIGMA_PER_QUARTILES * (sample[3 * kept / 4] - sample[kept / 4]);
        step = (float) Math.max(2 * REACH * spread / BINS, smallestGap(kept / 8, kept - kept / 8));
        step = Math.max(step, 8 * Math.ulp(middle));
        low = middle - (MIDDLE + 0.5f) * step;
    }

    private float smallestGap(int first, int behind) {
        float smallest = Float.MAX_VALUE;
        for (int i = first + 1; i < behind; i++) {
            float gap = sample[i] - sample[i - 1];
            smallest = gap > 0 ? Math.min(smallest, gap) : smallest;
        }
        return smallest == Float.MAX_VALUE ? 0 : smallest;
    }

    private void fill(float[] values, int count) {
        Arrays.fill(histogram, 0);
        float scale = 1 / step;
        for (int i = 0; i < count; i++) {
            int bin = (int) ((values[i] - low) * scale);
            if (bin >= 0 && bin < BINS) {
                histogram[bin]++;
            }
        }
    }

    private void clip() {
        from = 0;
        to = BINS;
        addUp();
        for (int round = 0; round < ROUNDS; round++) {
            int first = Math.max(from, (int) Math.ceil(median - CLIP * sigma));
            int behind = Math.min(to, (int) Math.floor(median + CLIP * sigma) + 1);
            if (first == from && behind == to) {
                return;
            }
            from = first;
            to = behind;
            addUp();
        }
    }

    /** Values of one bin lie evenly in it: its median is that of grouped values, its sigma at least that of rounding. */
    private void addUp() {
        long count = 0;
        double sum = 0;
        double squares = 0;
        for (int bin = from; bin < to; bin++) {
            double offset = bin - MIDDLE;
            count += histogram[bin];
            sum += histogram[bin] * offset;
            squares += histogram[bin] * offset * offset;
        }
        mean = sum / count + MIDDLE;
        sigma = Math.sqrt(Math.max(squares / count - (sum / count) * (sum / count), 1.0 / 12));
        median = medianOf(count);
    }

    private double medianOf(long count) {
        double below = 0;
        int bin = from;
        while (bin < to - 1 && 2 * (below + histogram[bin]) < count) {
            below += histogram[bin++];
        }
        return bin - 0.5 + (count / 2.0 - below) / Math.max(1, histogram[bin]);
    }
}
