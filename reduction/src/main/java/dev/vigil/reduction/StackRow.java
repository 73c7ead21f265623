package dev.vigil.reduction;

import java.util.Arrays;

/**
 * One row of a stack: several readings of each of its pixels, and what they come to. A reading that is not a number was
 * masked in its frame.
 */
final class StackRow {
    /** The typical scatter counts like so many more readings, so that an uncertainty is never zero by chance. */
    private static final int READINGS_OF_TYPICAL_SCATTER = 4;

    private final SigmaClip clip;
    private final int width;
    private final float[] readings;
    private final float[] sorted;
    private final float[] work;
    private final float[] scatters;
    final float[] mean;
    final float[] variance;
    final int[] count;
    private long clipped;

    StackRow(SigmaClip clip, int width, int frames) {
        this.clip = clip;
        this.width = width;
        this.readings = new float[frames];
        this.sorted = new float[frames];
        this.work = new float[frames];
        this.scatters = new float[width];
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
        double typical = Math.max(clip.leastScatter(), typicalScatter(frames, offset));
        for (int x = 0; x < width; x++) {
            combine(x, gather(frames, offset + x), typical);
        }
        fillHoles();
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
    private double typicalScatter(float[][] frames, int offset) {
        int pixels = 0;
        int degrees = frames.length - 1;
        for (int x = 0; x < width; x++) {
            int found = gather(frames, offset + x);
            if (found == frames.length && found > 1) {
                scatters[pixels++] = (float) Math.sqrt(squares(found, meanOf(found)) / degrees);
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
            double scatter = (squares(kept, centre) + READINGS_OF_TYPICAL_SCATTER * typical * typical)
                    / (kept - 1 + READINGS_OF_TYPICAL_SCATTER);
            mean[x] = (float) centre;
            variance[x] = (float) (scatter / kept);
        }
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
        float median = Robust.median(sorted, found);
        System.arraycopy(readings, 0, work, 0, found);
        double limit = clip.kappa() * Math.max(typical, Robust.sigma(work, found, median));
        int kept = 0;
        for (int i = 0; i < found; i++) {
            if (Math.abs(readings[i] - median) <= limit) {
                readings[kept++] = readings[i];
            }
        }
        return kept;
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
