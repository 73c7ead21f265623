package dev.vigil.imaging.pictures;

import dev.vigil.imaging.Image;
import java.util.Arrays;

/**
 * The limits between which an image is shown: a line through the sorted brightness of a sample, as IRAF's display and DS9
 * do it.
 */
public record ZScale(float low, float high) {
    private static final int SAMPLE = 1000;
    private static final int MANY = 100_000;
    private static final double CONTRAST = 0.25;
    private static final double REJECT = 2.5;
    private static final int ROUNDS = 5;
    private static final int FEWEST = 5;

    public static ZScale of(Image image) {
        float[] sample = sampleOf(image.pixels(), SAMPLE);
        if (sample.length == 0) {
            return new ZScale(0, 1);
        }
        return sample.length < FEWEST ? extremes(sample) : fitted(sample);
    }

    /** From the darkest to the brightest pixel, but for one in a thousand at either end. */
    static ZScale ofAlmostAll(Image image) {
        float[] sample = sampleOf(image.pixels(), MANY);
        int aside = sample.length / 1000;
        return sample.length == 0
                ? new ZScale(0, 1)
                : extremes(Arrays.copyOfRange(sample, aside, sample.length - aside));
    }

    private static ZScale extremes(float[] sorted) {
        float low = sorted[0];
        float high = sorted[sorted.length - 1];
        return new ZScale(low, high > low ? high : low + 1);
    }

    /** Every n-th pixel, sorted; a step that shares no factor with usual widths, so that no column is favoured. */
    private static float[] sampleOf(float[] pixels, int many) {
        int step = Math.max(1, pixels.length / many) | 1;
        float[] sample = new float[(pixels.length + step - 1) / step];
        int count = 0;
        for (int i = 0; i < pixels.length; i += step) {
            if (Float.isFinite(pixels[i])) {
                sample[count++] = pixels[i];
            }
        }
        float[] sorted = Arrays.copyOf(sample, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static ZScale fitted(float[] sorted) {
        double slope = slopeOf(sorted) / CONTRAST;
        int middle = (sorted.length - 1) / 2;
        double median = sorted[middle];
        double low = Math.max(sorted[0], median - middle * slope);
        double high = Math.min(sorted[sorted.length - 1], median + (sorted.length - 1 - middle) * slope);
        return high > low ? new ZScale((float) low, (float) high) : extremes(sorted);
    }

    private static double slopeOf(float[] sorted) {
        boolean[] rejected = new boolean[sorted.length];
        Line line = Line.through(sorted, rejected);
        for (int round = 0; round < ROUNDS; round++) {
            if (!line.reject(sorted, rejected)) {
                break;
            }
            line = Line.through(sorted, rejected);
        }
        return line.count() < Math.max(FEWEST, sorted.length / 2)
                ? (sorted[sorted.length - 1] - sorted[0]) * CONTRAST / (sorted.length - 1)
                : line.slope();
    }

    /** A straight line by least squares through those that are not rejected. */
    private record Line(double slope, double offset, int count) {
        static Line through(float[] values, boolean[] rejected) {
            double n = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double xy = 0;
            for (int i = 0; i < values.length; i++) {
                if (!rejected[i]) {
                    n++;
                    x += i;
                    y += values[i];
                    xx += (double) i * i;
                    xy += (double) i * values[i];
                }
            }
            double slope = n < 2 ? 0 : (n * xy - x * y) / (n * xx - x * x);
            return new Line(slope, n == 0 ? 0 : (y - slope * x) / n, (int) n);
        }

        /** Whether any was newly rejected. */
        boolean reject(float[] values, boolean[] rejected) {
            double limit = REJECT * scatter(values, rejected);
            boolean any = false;
            for (int i = 0; i < values.length; i++) {
                if (!rejected[i] && Math.abs(values[i] - offset - slope * i) > limit) {
                    rejected[i] = true;
                    any = true;
                }
            }
            return any;
        }

        private double scatter(float[] values, boolean[] rejected) {
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                double residual = values[i] - offset - slope * i;
                squares += rejected[i] ? 0 : residual * residual;
            }
            return Math.sqrt(squares / Math.max(1, count));
        }
    }
}
