package dev.vigil.simulator;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that are fast and the same on every machine and JDK: SplitMix64, tables made with StrictMath, no library's
 * generator.
 */
final class RandomStream {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double MOST_RARE = 40;
    private static final double NEVER = 1e-18;
    private static final double TO_UNIT = 0x1p-53;

    private long state;
    private long gaussBits;
    private int gaussLeft;

    private RandomStream(long state) {
        this.state = state;
    }

    /** A stream of its own for each purpose, so that nothing depends on the order in which things are made. */
    static RandomStream of(long seed, String purpose) {
        long hash = mix(seed + GAMMA);
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ b) * 0x100000001B3L;
        }
        return new RandomStream(mix(hash));
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** Between 0 (may be) and 1 (never). */
    double uniform() {
        return (next() >>> 11) * TO_UNIT;
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Mean 0, standard deviation 1: the sum of two draws from a table, two sums from each random number. */
    float gaussian() {
        if (gaussLeft == 0) {
            gaussBits = next();
            gaussLeft = 2;
        }
        int first = (int) gaussBits & NormalTable.MASK;
        int second = (int) (gaussBits >>> NormalTable.BITS) & NormalTable.MASK;
        gaussBits >>>= 2 * NormalTable.BITS;
        gaussLeft--;
        return NormalTable.HALVES[first] + NormalTable.HALVES[second];
    }

    /** How often something happened that is expected so many times. */
    int count(double expected) {
        return expected < MOST_RARE
                ? poisson((float) expected)
                : (int) Math.max(0, Math.rint(expected + Math.sqrt(expected) * gaussian()));
    }

    /** Counts of a rare event, up to a mean of some dozens. */
    int poisson(float mean) {
        double probability = SmallExponentials.ofMinus(mean);
        double sum = probability;
        double wanted = uniform();
        int count = 0;
        while (wanted > sum && probability > NEVER) {
            count++;
            probability *= mean / count;
            sum += probability;
        }
        return count;
    }
}
