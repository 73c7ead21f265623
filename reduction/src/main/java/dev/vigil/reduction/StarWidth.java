package dev.vigil.reduction;

import java.util.OptionalDouble;

/**
 * The width of one star by second moments under a Gaussian weight, which is made half as wide as the star, round after
 * round. A Gaussian star shows its true width under any such weight; under one of half its width so do, to a percent, the
 * Moffat profiles (exponents from 2.5) that the atmosphere makes, while their wings would make them look up to a sixth
 * too wide under a weight of their own width. Noise far from the star counts for nothing.
 */
final class StarWidth {
    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));
    private static final double NARROWEST = 0.3;
    private static final double WIDEST = 12;

    /** A narrower weight falls between the pixels. */
    private static final double NARROWEST_WEIGHT = 0.8;

    private static final int MOST_ROUNDS = 30;
    private static final double CLOSE_ENOUGH = 0.002;

    private final float[] residual;
    private final int width;
    private final int height;
    private double x;
    private double y;
    private double variance = 4;
    private double weightVariance;

    private double weight;
    private double sumX;
    private double sumY;
    private double sumSquares;

    private StarWidth(float[] residual, Size size, Source star) {
        this.residual = residual;
        this.width = size.width();
        this.height = size.height();
        this.x = star.x();
        this.y = star.y();
    }

    /** The full width at half maximum in pixels, if the moments settle on a width that a star can have. */
    static OptionalDouble fwhm(float[] residual, Size size, Source star) {
        return new StarWidth(residual, size, star).settle();
    }

    private OptionalDouble settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            addUp();
            if (!(weight > 0)) {
                return OptionalDouble.empty();
            }
            double before = variance;
            adapt();
            if (!isPossible()) {
                return OptionalDouble.empty();
            }
            if (Math.abs(variance - before) < CLOSE_ENOUGH * before) {
                return OptionalDouble.of(FWHM_PER_SIGMA * Math.sqrt(variance));
            }
        }
        return OptionalDouble.empty();
    }

    private void addUp() {
        weight = 0;
        sumX = 0;
        sumY = 0;
        sumSquares = 0;
        weightVariance = Math.max(variance / 4, NARROWEST_WEIGHT * NARROWEST_WEIGHT);
        int radius = (int) Math.ceil(4 * Math.sqrt(weightVariance));
        for (int row = Math.max(0, (int) y - radius); row <= Math.min(height - 1, (int) y + radius); row++) {
            for (int column = Math.max(0, (int) x - radius);
                    column <= Math.min(width - 1, (int) x + radius);
                    column++) {
                add(column, row);
            }
        }
    }

    private void add(int column, int row) {
        double dx = column - x;
        double dy = row - y;
        double light = residual[row * width + column] * Math.exp(-(dx * dx + dy * dy) / (2 * weightVariance));
        weight += light;
        sumX += light * dx;
        sumY += light * dy;
        sumSquares += light * (dx * dx + dy * dy);
    }

    /** A Gaussian star of variance s under a Gaussian weight of variance w shows the variance s w / (s + w). */
    private void adapt() {
        x += (1 + variance / weightVariance) * sumX / weight;
        y += (1 + variance / weightVariance) * sumY / weight;
        double seen = sumSquares / weight / 2;
        double inverse = 1 / seen - 1 / weightVariance;
        variance = inverse > 1 / (4 * variance) ? 1 / inverse : 4 * variance;
    }

    private boolean isPossible() {
        double sigma = Math.sqrt(variance);
        return sigma > NARROWEST && sigma < WIDEST && x >= 0 && y >= 0 && x < width && y < height;
    }
}
