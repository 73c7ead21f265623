package dev.vigil.reduction.masters;

import dev.vigil.reduction.statistics.Robust;
import dev.vigil.reduction.statistics.SigmaClip;
import java.util.Arrays;

/**
 * One row of a stack: several readings of each of its pixels, and what they come to. A reading that is not a number was
 * masked in its frame.
 */
final class StackRow {
    /** The typical scatter counts like so many more readings, so that an uncertainty is never zero by chance. */
    private static final int READINGS_OF_TYPICAL_SCATTER = 4;
    /** So many readings are sorted more slowly than their middle is sought twice. */
    private static final int MANY = 48;

    private final SigmaClip clip;
    private final int width;
    private final float[] readings;
    private final float[] sorted;
    private final float[] scatters;
    private final double[] means;
    private final double[] squares;
    private final double[] furthest;
    final float[] mean;
    final float[] variance;
    final int[] count;
    private long clipped;

    StackRow(SigmaClip clip, int width, int frames) {
        this.clip = clip;
        this.width = width;
        this.readings = new float[frames];
        this.sorted = new float[frames];
        this.scatters = new float[width];
        this.means = new double[width];
        this.squares = new double[width];
        this.furthest = new double[width];
        this.mean = new float[width];
        this.variance = new float[width];
        this.count = new int[width];
    }

    /** How many readings have been clipped so far. */
    long clipped() {
        return clipped;
    }

    /** Combines the rows that begin at {@code offset} of every frame's values. */
    void combine(float[][] frames, int offset) {
        describe(frames, offset);
        double typical = Math.max(clip.leastScatter(), typicalScatter(frames.length - 1));
        double leastLimit = clip.kappa() * typical;
        for (int x = 0; x < width; x++) {
            if (furthest[x] < leastLimit - Math.sqrt(squares[x] / frames.length)) {
                keep(x, frames.length, means[x], squares[x], typical);
            } else {
                combine(x, gather(frames, offset + x), typical);
            }
        }
        fillHoles();
    }

    /**
     * The mean of each pixel, the squares of what its readings differ from it, and how far the furthest is: frame after frame,
     * so that many pixels are done at once. Not a number where a reading is none.
     */
    private void describe(float[][] frames, int offset) {
        Arrays.fill(means, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(furthest, 0);
        for (float[] frame : frames) {
            for (int x = 0; x < width; x++) {
                means[x] += frame[offset + x];
            }
        }
        for (int x = 0; x < width; x++) {
            means[x] /= frames.length;
        }
        for (float[] frame : frames) {
            differences(frame, offset);
        }
    }

    private void differences(float[] frame, int offset) {
        for (int x = 0; x < width; x++) {
            double difference = frame[offset + x] - means[x];
            squares[x] += difference * difference;
            furthest[x] = Math.max(furthest[x], Math.abs(difference));
        }
    }

    private int gather(float[][] frames, int i) {
        int found = 0;
        for (float[] frame : frames) {
            if (!Float.isNaN(frame[i])) {
                readings[found++] = frame[i];
            }
        }
        return found;
    }

    /** The median of the pixels' standard deviations, corrected for what a median of few readings misses. */
    private double typicalScatter(int degrees) {
        int pixels = 0;
        for (int x = 0; x < width && degrees > 0; x++) {
            if (!Double.isNaN(squares[x])) {
                scatters[pixels++] = (float) Math.sqrt(squares[x] / degrees);
            }
        }
        return pixels == 0 ? 0 : Robust.median(scatters, pixels) / Math.sqrt(medianOfChiSquare(degrees) / degrees);
    }

    /** After Wilson and Hilferty, good to a percent. */
    private static double medianOfChiSquare(int degrees) {
        double root = 1 - 2.0 / (9 * degrees);
        return degrees * root * root * root;
    }

    private void combine(int x, int found, double typical) {
        int kept = found == 0 ? 0 : keepGood(found, typical);
        clipped += found - kept;
        count[x] = kept;
        if (kept > 0) {
            double centre = meanOf(kept);
            keep(x, kept, centre, squares(kept, centre), typical);
        }
    }

    private void keep(int x, int kept, double centre, double squared, double typical) {
        double scatter =
                (squared + READINGS_OF_TYPICAL_SCATTER * typical * typical) / (kept - 1 + READINGS_OF_TYPICAL_SCATTER);
        count[x] = kept;
        mean[x] = (float) centre;
        variance[x] = (float) (scatter / kept);
    }

    /** Moves the readings within the limit to the front. */
    private int keepGood(int found, double typical) {
        return allAreGood(found, clip.kappa() * typical) ? found : clip(found, typical);
    }

    /**
     * Whether no reading can be further from the median than the least limit: the median is within one standard deviation of
     * the mean, so for most pixels neither it nor their own scatter need be known.
     */
    private boolean allAreGood(int found, double leastLimit) {
        double mean = meanOf(found);
        double room = leastLimit - Math.sqrt(squares(found, mean) / found);
        for (int i = 0; i < found; i++) {
            if (!(Math.abs(readings[i] - mean) < room)) {
                return false;
            }
        }
        return true;
    }

    private int clip(int found, double typical) {
        System.arraycopy(readings, 0, sorted, 0, found);
        return found < MANY ? clipFew(found, typical) : clipMany(found, typical);
    }

    private int clipFew(int found, double typical) {
        Arrays.sort(sorted, 0, found);
        float median = middle(found);
        return keepNear(found, median, Math.max(typical, Robust.SIGMA_PER_MAD * middleDeviation(found, median)));
    }

    /** The same, without putting all of them in order. */
    private int clipMany(int found, double typical) {
        float median = Robust.median(sorted, found);
        return keepNear(found, median, Math.max(typical, Robust.sigma(sorted, found, median)));
    }

    private int keepNear(int found, float median, double scatter) {
        double limit = clip.kappa() * scatter;
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (Math.abs(readings[i] - median) <= limit) {
                readings[kept++] = readings[i];
            }
        }
        return kept;
    }

    private float middle(int found) {
        float upper = sorted[found / 2];
        return found % 2 == 1 ? upper : (sorted[found / 2 - 1] + upper) / 2;
    }

    /** The median of the deviations: sorted readings lead away from their median on both sides, so the nearer is always next. */
    private float middleDeviation(int found, float median) {
        int right = found / 2;
        int left = right - 1;
        float before = 0;
        float nearest = 0;
        for (int taken = 0; taken <= found / 2; taken++) {
            float below = left < 0 ? Float.POSITIVE_INFINITY : Math.abs(sorted[left] - median);
            float above = right >= found ? Float.POSITIVE_INFINITY : Math.abs(sorted[right] - median);
            before = nearest;
            nearest = Math.min(below, above);
            if (below < above) {
                left--;
            } else {
                right++;
            }
        }
        return found % 2 == 1 ? nearest : (before + nearest) / 2;
    }

    private double meanOf(int number) {
        double sum = 0;
        for (int i = 0; i < number; i++) {
            sum += readings[i];
        }
        return sum / number;
    }

    private double squares(int number, double centre) {
        double sum = 0;
        for (int i = 0; i < number; i++) {
            double difference = readings[i] - centre;
            sum += difference * difference;
        }
        return sum;
    }

    /** A pixel without any reading gets what is typical of its row; its count of zero says so. */
    private void fillHoles() {
        float[] known = new float[width];
        int pixels = 0;
        for (int x = 0; x < width; x++) {
            if (count[x] > 0) {
                known[pixels++] = mean[x];
            }
        }
        float typical = pixels == 0 ? 0f : Robust.median(Arrays.copyOf(known, pixels));
        for (int x = 0; x < width; x++) {
            if (count[x] == 0) {
                mean[x] = typical;
                variance[x] = 0f;
            }
        }
    }
}
