package dev.vigil.reduction.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A small field of known stars, drawn from a seed. Positions are counted from 0. */
final class Field {
    static final double SKY = 200;
    static final double NOISE = 10;

    private static final int PARTS = 5;

    final int width;
    final int height;
    final float[] values;
    final int[] mask;
    final List<Star> stars = new ArrayList<>();

    /** A star as it was drawn. */
    record Star(double x, double y, double flux) {}

    private Field(int width, int height, float[] values, int[] mask) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.mask = mask;
    }

    static Field empty(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (SKY + NOISE * random.nextGaussian());
        }
        return new Field(width, height, values, new int[values.length]);
    }

    /** Stars on a grid with places within their squares left to chance, all of one profile and one flux. */
    static Field grid(int side, int spacing, double flux, Moffat profile, long seed) {
        Field field = empty(side, side, seed);
        Random random = new Random(seed + 1);
        for (int y = spacing / 2; y < side - spacing / 2; y += spacing) {
            for (int x = spacing / 2; x < side - spacing / 2; x += spacing) {
                field.add(x + random.nextDouble() - 0.5, y + random.nextDouble() - 0.5, flux, profile);
            }
        }
        return field;
    }

    static Moffat star(double fwhm) {
        return Moffat.round(1, 0, 0, fwhm, 3);
    }

    /** Adds a star of the profile's shape; the profile's own place and height do not matter. */
    Field add(double x, double y, double flux, Moffat profile) {
        stars.add(new Star(x, y, flux));
        double top = flux * (1 - profile.wings()) * Math.sqrt(profile.determinant()) / Math.PI;
        Moffat drawn = new Moffat(top, x, y, profile.xx(), profile.yy(), profile.xy(), profile.wings());
        int reach = (int) Math.ceil(8 * profile.fwhm());
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(height - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach); column <= Math.min(width - 1, (int) x + reach); column++) {
                values[row * width + column] += (float) pixel(drawn, column, row);
            }
        }
        return this;
    }

    private static double pixel(Moffat profile, int column, int row) {
        double[] sum = new double[Moffat.PARAMETERS + 1];
        for (int i = 0; i < PARTS * PARTS; i++) {
            double px = column + (i % PARTS + 0.5) / PARTS - 0.5;
            double py = row + (i / PARTS + 0.5) / PARTS - 0.5;
            profile.add(px, py, 1.0 / (PARTS * PARTS), sum);
        }
        return sum[0];
    }

    Field mask(int left, int bottom, int columns, int rows, int bits) {
        for (int y = bottom; y < bottom + rows; y++) {
            for (int x = left; x < left + columns; x++) {
                mask[y * width + x] |= bits;
            }
        }
        return this;
    }

    /** Bit 1 is useless, bit 4 saturated. */
    SkyImage image() {
        return new SkyImage(width, height, values, Optional.empty(), mask, 1, 4, 0);
    }

    SkyImage image(float[] variance) {
        return new SkyImage(width, height, values, Optional.of(variance), mask, 1, 4, 0);
    }

    SourceCatalogue measure() {
        return SourceExtraction.of(image(), SourceSettings.DEFAULT);
    }

    /** The same sky, read along the columns. */
    Field transposed() {
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i % width * height + i / width] = values[i];
        }
        return new Field(height, width, turned, new int[values.length]);
    }

    Field scaled(float factor) {
        float[] brighter = values.clone();
        for (int i = 0; i < brighter.length; i++) {
            brighter[i] *= factor;
        }
        return new Field(width, height, brighter, mask);
    }

    /** The source nearest to a place that is counted from 0. */
    static Source nearest(SourceCatalogue catalogue, double x, double y) {
        return catalogue.sources().stream()
                .min((one, other) -> Double.compare(distance(one, x, y), distance(other, x, y)))
                .orElseThrow();
    }

    static double distance(Source source, double x, double y) {
        return Math.hypot(source.x() - 1 - x, source.y() - 1 - y);
    }
}
