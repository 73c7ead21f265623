package dev.vigil.reduction.cosmicrays;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;

/** A seeded exposure of known truth: sky, stars as through a telescope, and tracks of particles, in whole electrons. */
final class Sky {
    static final int BAD = 1;
    static final int SATURATED = 4;
    static final int BLIND = 16;
    static final Exposure.Bits BITS = new Exposure.Bits(BAD, BLIND, SATURATED);
    static final double READ_NOISE = 5;

    /** Beyond it, a star is fainter than the sky's noise. */
    private static final int REACH = 60;

    final int width;
    final int height;
    final float[] light;
    final float[] charge;
    final int[] mask;
    private final Random random;

    Sky(int width, int height, double level, long seed) {
        this.width = width;
        this.height = height;
        this.light = new float[width * height];
        this.charge = new float[width * height];
        this.mask = new int[width * height];
        this.random = new Random(seed);
        Arrays.fill(light, (float) level);
    }

    static Sky of(int size, double level, long seed) {
        return new Sky(size, size, level, seed);
    }

    /** Stars of all brightnesses, each of the shape that the air makes (Moffat's, beta 3). */
    Sky withStars(int count, double fwhm) {
        for (int i = 0; i < count; i++) {
            addStar(
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    Math.pow(10, 2.5 + 3 * random.nextDouble()),
                    fwhm);
        }
        return this;
    }

    Sky addStar(double x, double y, double flux, double fwhm) {
        double square = fwhm * fwhm / 4 / (Math.cbrt(2) - 1);
        double peak = 2 * flux / (Math.PI * square);
        for (int row = Math.max(0, (int) y - REACH); row < Math.min(height, y + REACH); row++) {
            for (int column = Math.max(0, (int) x - REACH); column < Math.min(width, x + REACH); column++) {
                light[at(column, row)] += (float) (peak * star(column - x, row - y, square));
            }
        }
        return this;
    }

    /** The mean over the pixel, from nine points. */
    private static double star(double x, double y, double square) {
        double sum = 0;
        for (int point = 0; point < 9; point++) {
            double dx = x + (point % 3 - 1) / 3.0;
            double dy = y + (point / 3 - 1) / 3.0;
            sum += Math.pow(1 + (dx * dx + dy * dy) / square, -3);
        }
        return sum / 9;
    }

    /** Tracks that are as narrow as a particle, some short, some long, from faint to bright. */
    Sky withTracks(int count) {
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double length = 0.3 - 6 * Math.log(1 - random.nextDouble());
            double density = Math.exp(Math.log(700) + 0.7 * random.nextGaussian());
            addTrack(random.nextDouble() * width, random.nextDouble() * height, angle, length, density);
        }
        return this;
    }

    Sky addTrack(double x, double y, double angle, double length, double electronsPerPixel) {
        for (double along = 0; along < length; along += 0.1) {
            int column = (int) Math.round(x + along * Math.cos(angle));
            int row = (int) Math.round(y + along * Math.sin(angle));
            if (column >= 0 && row >= 0 && column < width && row < height) {
                charge[row * width + column] += (float) (0.1 * electronsPerPixel);
            }
        }
        return this;
    }

    /** What the camera reads: photons come one by one, and reading adds its noise. */
    Exposure exposed() {
        float[] electrons = new float[light.length];
        float[] variance = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            double noise = Math.sqrt(light[i] + READ_NOISE * READ_NOISE) * random.nextGaussian();
            electrons[i] = (float) Math.rint(light[i] + noise + charge[i]);
            variance[i] = (float) (Math.max(electrons[i], 0) + READ_NOISE * READ_NOISE);
        }
        return new Exposure(width, height, electrons, variance, mask.clone(), BITS);
    }

    int at(int x, int y) {
        return y * width + x;
    }

    /** The share of the pixels with more than so much charge that were found. */
    double recall(int[] found, double leastCharge) {
        BitSet places = set(found);
        int[] struck = IntStream.range(0, charge.length)
                .filter(i -> charge[i] > leastCharge)
                .toArray();
        return (double) Arrays.stream(struck).filter(places::get).count() / struck.length;
    }

    /** The share of what was found that was struck. */
    double precision(int[] found) {
        return (double) Arrays.stream(found).filter(i -> charge[i] > 10).count() / found.length;
    }

    static BitSet set(int[] places) {
        BitSet set = new BitSet();
        Arrays.stream(places).forEach(set::set);
        return set;
    }
}
