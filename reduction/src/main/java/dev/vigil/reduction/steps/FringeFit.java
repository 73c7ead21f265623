package dev.vigil.reduction.steps;

import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.statistics.Robust;
import java.util.Optional;

/**
 * How bright the pattern of a fringe frame is in an image: a straight line through the pixels of both, each less the
 * level of its square, so that neither sky nor slopes matter; stars are left out as what is far from the line.
 */
final class FringeFit {
    private static final int SQUARE = 128;
    private static final int SAMPLED = 1 << 20;
    private static final int FEWEST = 200;
    private static final int ROUNDS = 8;
    private static final int UNUSABLE = MaskBit.UNUSABLE | MaskBit.of(MaskBit.NON_LINEAR, MaskBit.BLEED);
    private static final double KAPPA = 2.5;

    private final DetectorImage image;
    private final int step;
    private final float[] light;
    private final float[] pattern;
    private final float[] patternVariance;
    private final int[] square;
    private final int squares;
    private int count;

    FringeFit(DetectorImage image, Master fringe) {
        this.image = image;
        int pixels = image.science().length;
        this.step = Math.max(1, pixels / SAMPLED) | 1;
        int most = pixels / step + 1;
        this.light = new float[most];
        this.pattern = new float[most];
        this.patternVariance = new float[most];
        this.square = new int[most];
        this.squares = across(image.size().width()) * across(image.size().height());
        sample(fringe);
    }

    /**
     * A scale with its error.
     *
     * @param contrast the scatter of the fringe frame itself
     */
    record Scale(double value, double error, double contrast) {}

    private static int across(int pixels) {
        return (pixels + SQUARE - 1) / SQUARE;
    }

    private void sample(Master fringe) {
        fringe.each((first, pixels, piece, marks) -> {
            int begin = (first + step - 1) / step * step;
            for (int i = begin; i < first + pixels; i += step) {
                int place = i - first;
                take(i, piece.science()[place], piece.variance()[place], marks[place]);
            }
        });
    }

    private void take(int pixel, float height, float variance, int mask) {
        boolean usable = ((image.mask()[pixel] | mask) & UNUSABLE) == 0;
        if (usable && Float.isFinite(image.science()[pixel]) && Float.isFinite(height)) {
            int width = image.size().width();
            light[count] = image.science()[pixel];
            pattern[count] = height;
            patternVariance[count] = variance;
            square[count++] = pixel / width / SQUARE * across(width) + pixel % width / SQUARE;
        }
    }

    /** Nothing where too little can be compared, or the fringe frame shows no fringes. */
    Optional<Scale> scale() {
        boolean[] used = new boolean[count];
        Sums sums = new Sums();
        double scale = 0;
        double sigma = 0;
        for (int round = 0; round < ROUNDS; round++) {
            sigma = leaveOut(residuals(scale), used);
            sums = sums(used);
            if (sums.count < FEWEST || !(sums.patterns > 0)) {
                return Optional.empty();
            }
            scale = sums.both / sums.patterns;
        }
        return Optional.of(new Scale(scale, sigma / Math.sqrt(sums.patterns), Math.sqrt(sums.patterns / sums.count)));
    }

    /** What the line leaves of each pixel, less the level of its square. */
    private float[] residuals(double scale) {
        float[] residuals = new float[count];
        for (int i = 0; i < count; i++) {
            residuals[i] = (float) (light[i] - scale * pattern[i]);
        }
        float[] levels = medians(residuals);
        for (int i = 0; i < count; i++) {
            residuals[i] -= levels[square[i]];
        }
        return residuals;
    }

    private float[] medians(float[] values) {
        int[] sizes = new int[squares];
        for (int i = 0; i < count; i++) {
            sizes[square[i]]++;
        }
        float[][] each = new float[squares][];
        for (int s = 0; s < squares; s++) {
            each[s] = new float[sizes[s]];
        }
        for (int i = count - 1; i >= 0; i--) {
            each[square[i]][--sizes[square[i]]] = values[i];
        }
        float[] medians = new float[squares];
        for (int s = 0; s < squares; s++) {
            medians[s] = each[s].length == 0 ? 0 : Robust.median(each[s], each[s].length);
        }
        return medians;
    }

    /** Leaves out what is far from the line; says how far the rest scatters. */
    private double leaveOut(float[] residuals, boolean[] used) {
        double sigma = count == 0 ? 0 : Robust.sigma(residuals.clone(), count, 0f);
        for (int i = 0; i < count; i++) {
            used[i] = Math.abs(residuals[i]) <= KAPPA * sigma;
        }
        return sigma;
    }

    /** Sums of products about the means of each square; noise in the fringe frame is no pattern, and would make the line too flat. */
    private Sums sums(boolean[] used) {
        double[] n = new double[squares];
        double[] p = new double[squares];
        double[] l = new double[squares];
        double[] pp = new double[squares];
        double[] pl = new double[squares];
        for (int i = 0; i < count; i++) {
            if (used[i]) {
                int s = square[i];
                n[s]++;
                p[s] += pattern[i];
                l[s] += light[i];
                pp[s] += (double) pattern[i] * pattern[i] - patternVariance[i];
                pl[s] += (double) pattern[i] * light[i];
            }
        }
        Sums sums = new Sums();
        for (int s = 0; s < squares; s++) {
            if (n[s] > 1) {
                sums.count += n[s];
                sums.patterns += pp[s] - p[s] * p[s] / n[s];
                sums.both += pl[s] - p[s] * l[s] / n[s];
            }
        }
        return sums;
    }

    private static final class Sums {
        private double count;
        private double patterns;
        private double both;
    }
}
