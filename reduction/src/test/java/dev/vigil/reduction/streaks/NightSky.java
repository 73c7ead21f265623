package dev.vigil.reduction.streaks;

import java.util.BitSet;
import java.util.Random;

/** A seeded exposure with stars and streaks of known places. */
final class NightSky {
    static final int SIZE = 1024;
    static final int USELESS = 1;
    private static final double SKY = 95;
    private static final double READ_NOISE = 5;

    final int[] mask = new int[SIZE * SIZE];
    final BitSet streaked = new BitSet();
    private final float[] light = new float[SIZE * SIZE];
    private final Random random;

    NightSky(long seed) {
        random = new Random(seed);
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (SKY * (1 + 0.1 * (i % SIZE) / SIZE));
        }
    }

    NightSky withStars(int count) {
        for (int i = 0; i < count; i++) {
            addStar(random.nextInt(SIZE), random.nextInt(SIZE), 10 * Math.pow(10, 3 * random.nextDouble()));
        }
        return this;
    }

    private void addStar(int x, int y, double peak) {
        for (int row = Math.max(0, y - 30); row < Math.min(SIZE, y + 30); row++) {
            for (int column = Math.max(0, x - 30); column < Math.min(SIZE, x + 30); column++) {
                double far = Math.hypot(column - x, row - y) / 3;
                light[row * SIZE + column] += (float) (peak * Math.pow(1 + far * far, -3));
            }
        }
    }

    /** A streak through a place, so long to both sides, as broad as the seeing. */
    NightSky withStreak(double x, double y, double angle, double reach, double peak) {
        for (int i = 0; i < light.length; i++) {
            double along = (i % SIZE - x) * Math.cos(angle) + (i / SIZE - y) * Math.sin(angle);
            double beside = (i / SIZE - y) * Math.cos(angle) - (i % SIZE - x) * Math.sin(angle);
            if (Math.abs(along) <= reach && Math.abs(beside) < 12) {
                light[i] += (float) (peak * Math.exp(-beside * beside / 8));
                streaked.set(i, streaked.get(i) || Math.abs(beside) < 3);
            }
        }
        return this;
    }

    /** Light that falls away from a star on both sides, as that of a telescope's spider. */
    NightSky withSpikes(double x, double y, double angle, double peak) {
        for (int i = 0; i < light.length; i++) {
            double along = (i % SIZE - x) * Math.cos(angle) + (i / SIZE - y) * Math.sin(angle);
            double beside = (i / SIZE - y) * Math.cos(angle) - (i % SIZE - x) * Math.sin(angle);
            light[i] += (float) (peak * Math.exp(-beside * beside / 8) / (1 + along * along / 900));
        }
        return this;
    }

    NightSky withBrightColumn(int column, double more) {
        for (int y = 0; y < SIZE; y++) {
            light[y * SIZE + column] += (float) more;
        }
        return this;
    }

    NightSky withStep(int column, double more) {
        for (int i = 0; i < light.length; i++) {
            light[i] += i % SIZE >= column ? (float) more : 0;
        }
        return this;
    }

    Sight exposed() {
        float[] electrons = new float[light.length];
        float[] variance = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            double noise = Math.sqrt(light[i] + READ_NOISE * READ_NOISE);
            electrons[i] = (float) (light[i] + noise * random.nextGaussian());
            variance[i] = (float) (Math.max(electrons[i], 0) + READ_NOISE * READ_NOISE);
        }
        return new Sight(SIZE, SIZE, electrons, variance, mask, USELESS);
    }

    double recall(int[] pixels) {
        long hit = java.util.Arrays.stream(pixels).filter(streaked::get).count();
        return (double) hit / streaked.cardinality();
    }

    double precision(int[] pixels) {
        long hit = java.util.Arrays.stream(pixels).filter(streaked::get).count();
        return (double) hit / pixels.length;
    }
}
