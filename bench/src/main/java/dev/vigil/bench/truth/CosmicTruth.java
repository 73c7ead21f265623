package dev.vigil.bench.truth;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Where cosmic rays struck an exposure, and with how much charge.
 *
 * @param charge of each pixel, in electrons
 * @param dazzled the surroundings of saturated stars, where nobody is judged
 */
record CosmicTruth(int width, float[] charge, BitSet dazzled) {
    /** What a pixel must hold to be missed, and to be found. */
    private static final float BRIGHT = 60;

    private static final float FAINT = 10;
    private static final int MARGIN = 6;

    static CosmicTruth read(NumpyArrays arrays, int width, int height) throws IOException {
        float[] charge = new float[width * height];
        int[] places = arrays.integers("idx");
        float[] charges = arrays.floats("charge");
        for (int i = 0; i < places.length; i++) {
            charge[places[i]] = charges[i];
        }
        BitSet dazzled = new BitSet(charge.length);
        Arrays.stream(arrays.integers("sat")).forEach(dazzled::set);
        return new CosmicTruth(width, charge, grown(dazzled, width, height));
    }

    private static BitSet grown(BitSet saturated, int width, int height) {
        BitSet grown = saturated;
        for (int step = 0; step < MARGIN; step++) {
            BitSet next = (BitSet) grown.clone();
            grown.stream().forEach(i -> setNeighbours(next, i, width, height));
            grown = next;
        }
        return grown;
    }

    private static void setNeighbours(BitSet set, int i, int width, int height) {
        int x = i % width;
        set.set(x > 0 ? i - 1 : i);
        set.set(x < width - 1 ? i + 1 : i);
        set.set(i >= width ? i - width : i);
        set.set(i + width < width * height ? i + width : i);
    }

    Score score(BitSet found) {
        Score score = Score.NONE;
        for (int i = 0; i < charge.length; i++) {
            if (dazzled.get(i)) {
                score = found.get(i) && !isNearCharge(i) ? score.plus(Score.EATEN) : score;
            } else if (found.get(i) || charge[i] > BRIGHT) {
                score = score.plus(of(i, found.get(i)));
            }
        }
        return score;
    }

    private Score of(int i, boolean found) {
        int bright = charge[i] > BRIGHT ? 1 : 0;
        return found
                ? new Score(bright, bright, 1, charge[i] > FAINT ? 1 : 0, isNearCharge(i) ? 1 : 0, 0)
                : new Score(bright, 0, 0, 0, 0, 0);
    }

    private boolean isNearCharge(int i) {
        int x = i % width;
        for (int row = Math.max(0, i / width - 1); row <= Math.min(charge.length / width - 1, i / width + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (charge[row * width + column] > FAINT) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How well somebody did.
     *
     * @param bright pixels with more than 60 electrons of charge
     * @param hit those of them that were found
     * @param found pixels that were said to be struck
     * @param right those of them with more than 10 electrons of charge
     * @param near those of them that have such a pixel beside them, or are one
     * @param eaten pixels near saturated ones that were said to be struck, and are far from any that is
     */
    record Score(int bright, int hit, int found, int right, int near, int eaten) {
        static final Score NONE = new Score(0, 0, 0, 0, 0, 0);
        private static final Score EATEN = new Score(0, 0, 0, 0, 0, 1);

        Score plus(Score other) {
            return new Score(
                    bright + other.bright,
                    hit + other.hit,
                    found + other.found,
                    right + other.right,
                    near + other.near,
                    eaten + other.eaten);
        }

        double recall() {
            return (double) hit / bright;
        }

        double precision() {
            return (double) right / found;
        }

        double precisionNearby() {
            return (double) near / found;
        }
    }
}
