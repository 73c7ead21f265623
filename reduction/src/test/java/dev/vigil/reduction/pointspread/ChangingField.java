package dev.vigil.reduction.pointspread;

import dev.vigil.reduction.sources.SkyImage;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.sources.SourceExtraction;
import dev.vigil.reduction.sources.SourceSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A field of known stars, in electrons, whose look changes from place to place. Positions are counted from 0. */
final class ChangingField {
    private static final double SKY = 200;
    private static final double READ_NOISE_SQUARED = 25;
    private static final int PARTS = 5;
    private static final double BETA = 3;

    /** So many pixels from its middle a star's light is even within a pixel. */
    private static final double FAR = 8;

    final int side;
    final float[] values;
    final float[] variance;
    final int[] mask;
    final List<Star> stars = new ArrayList<>();
    private final Look look;
    private final double[] light;

    /** A star as it was drawn. */
    record Star(double x, double y, double flux) {}

    /**
     * A Moffat profile of exponent 3.
     *
     * @param longer its width along one axis by the other
     * @param direction of the longer one, from x towards y, in degrees
     */
    record Shape(double fwhm, double longer, double direction) {
        double at(double dx, double dy) {
            double along = Math.cos(Math.toRadians(direction)) * dx + Math.sin(Math.toRadians(direction)) * dy;
            double across = Math.cos(Math.toRadians(direction)) * dy - Math.sin(Math.toRadians(direction)) * dx;
            double unit = 4 * (Math.cbrt(2) - 1) / (fwhm * fwhm);
            double base = 1 + unit * (along * along / longer + across * across * longer);
            return (BETA - 1) / Math.PI * unit * Math.pow(base, -BETA);
        }
    }

    /** How stars look at a place, from -1 to 1 along either axis. */
    interface Look {
        Shape at(double u, double v);
    }

    ChangingField(int side, Look look) {
        this.side = side;
        this.look = look;
        this.values = new float[side * side];
        this.variance = new float[side * side];
        this.mask = new int[side * side];
        this.light = new double[side * side];
        Arrays.fill(light, SKY);
    }

    /** Stars on a grid with places within their squares and fluxes left to chance; the brightest has a hundred times the least. */
    static ChangingField grid(int side, int spacing, double leastFlux, Look look, long seed) {
        ChangingField field = new ChangingField(side, look);
        Random random = new Random(seed);
        for (int y = spacing / 2; y < side - spacing / 2; y += spacing) {
            for (int x = spacing / 2; x < side - spacing / 2; x += spacing) {
                double flux = leastFlux * Math.pow(100, random.nextDouble());
                field.add(x + 3 * random.nextDouble() - 1.5, y + 3 * random.nextDouble() - 1.5, flux);
            }
        }
        return field.exposed(seed);
    }

    Shape shapeAt(double x, double y) {
        return look.at(2 * x / side - 1, 2 * y / side - 1);
    }

    ChangingField add(double x, double y, double flux) {
        stars.add(new Star(x, y, flux));
        Shape shape = shapeAt(x, y);
        int reach = 40;
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(side - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach); column <= Math.min(side - 1, (int) x + reach); column++) {
                light[row * side + column] += flux * pixel(shape, column - x, row - y);
            }
        }
        return this;
    }

    /** What a pixel sees, whose middle is so far from the star's. */
    static double pixel(Shape shape, double dx, double dy) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) > FAR) {
            return shape.at(dx, dy);
        }
        double sum = 0;
        for (int i = 0; i < PARTS * PARTS; i++) {
            sum += shape.at(dx + (i % PARTS + 0.5) / PARTS - 0.5, dy + (i / PARTS + 0.5) / PARTS - 0.5);
        }
        return sum / (PARTS * PARTS);
    }

    /** Photons come one by one, and the amplifier adds its own noise. */
    ChangingField exposed(long seed) {
        Random random = new Random(seed + 1);
        for (int i = 0; i < values.length; i++) {
            double noise = Math.sqrt(light[i] + READ_NOISE_SQUARED);
            values[i] = (float) (light[i] + noise * random.nextGaussian());
            variance[i] = (float) (Math.max(values[i], 0) + READ_NOISE_SQUARED);
        }
        return this;
    }

    /** What shines on a pixel, without the sky. */
    double lightAt(int place) {
        return light[place] - SKY;
    }

    ChangingField scaled(float factor) {
        ChangingField brighter = new ChangingField(side, look);
        for (int i = 0; i < values.length; i++) {
            brighter.values[i] = factor * values[i];
            brighter.variance[i] = factor * factor * variance[i];
        }
        return brighter;
    }

    /** Bit 1 is useless, bit 4 saturated. */
    SkyImage image() {
        return new SkyImage(side, side, values, Optional.of(variance), mask, 1, 4, 0);
    }

    SkyImage imageWithoutVariance() {
        return new SkyImage(side, side, values, Optional.empty(), mask, 1, 4, 0);
    }

    Fits fits() {
        return fits(image());
    }

    static Fits fits(SkyImage image) {
        SourceCatalogue found = SourceExtraction.of(image, SourceSettings.DEFAULT);
        return new Fits(found, PointSources.of(image, found, PointSettings.DEFAULT));
    }

    /** What was found, and what came of fitting it. */
    record Fits(SourceCatalogue found, PointSources points) {
        PointSources.Fitted fitted() {
            return points.fitted().orElseThrow();
        }

        /** The number of the source that is nearest to a place, counted from 0. */
        int nearest(double x, double y) {
            int best = 0;
            for (int i = 1; i < found.sources().size(); i++) {
                best = distance(i, x, y) < distance(best, x, y) ? i : best;
            }
            return best;
        }

        double distance(int source, double x, double y) {
            return Math.hypot(
                    found.sources().get(source).x() - 1 - x,
                    found.sources().get(source).y() - 1 - y);
        }

        PointFit of(Star star) {
            return fitted().fits().get(nearest(star.x(), star.y())).orElseThrow();
        }
    }
}
