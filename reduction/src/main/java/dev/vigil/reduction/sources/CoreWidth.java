package dev.vigil.reduction.sources;

import java.util.OptionalDouble;

/**
 * The width of one star's core by second moments under a Gaussian weight, which is made half as wide as the star, round
 * after round. Needs no other knowledge of the star than its brightest pixel, and noise far from it counts for nothing.
 */
final class CoreWidth {
    private static final double NARROWEST = 0.3;
    private static final double WIDEST = 12;

    /** A narrower weight falls between the pixels. */
    private static final double NARROWEST_WEIGHT = 0.8;

    private static final int MOST_ROUNDS = 30;
    private static final double CLOSE_ENOUGH = 0.01;

    private final Residual residual;
    private double x;
    private double y;
    private double variance = 4;
    private double weightVariance;

    private double weight;
    private double sumX;
    private double sumY;
    private double sumSquares;

    private CoreWidth(Residual residual, int place) {
        this.residual = residual;
        this.x = place % residual.width();
        this.y = place / residual.width();
    }

    /** The standard deviation of the Gaussian that fits, in pixels, if the moments settle on one that a star can have. */
    static OptionalDouble sigma(Residual residual, int brightestPixel) {
        return new CoreWidth(residual, brightestPixel).settle();
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
                return OptionalDouble.of(Math.sqrt(variance));
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
        for (int row = (int) y - radius; row <= (int) y + radius; row++) {
            for (int column = (int) x - radius; column <= (int) x + radius; column++) {
                add(column, row);
            }
        }
    }

    private void add(int column, int row) {
        float value = residual.at(column, row);
        if (Float.isNaN(value)) {
            return;
        }
        double dx = column - x;
        double dy = row - y;
        double light = value * Math.exp(-(dx * dx + dy * dy) / (2 * weightVariance));
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
        return sigma > NARROWEST && sigma < WIDEST && residual.image().isInside((int) x, (int) y);
    }
}
