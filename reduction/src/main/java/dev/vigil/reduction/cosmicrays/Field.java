package dev.vigil.reduction.cosmicrays;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** The exposure as it is worked on: a copy in which what is unusable or struck is filled from its surroundings. */
final class Field {
    private static final byte GOOD = 0;
    private static final byte BAD = 1;
    private static final byte BLIND = 2;
    private static final byte SHIELDED = 3;
    private static final byte STRUCK = 4;

    private static final int NEAR = 2;

    /** Wide enough to reach over the broadest tracks. */
    private static final int WIDEST_FILLING = 5;

    final int width;
    final int height;
    final float[] values;
    final float[] variance;
    private final float[] electrons;
    private final byte[] states;
    private final float[] near = new float[(2 * WIDEST_FILLING + 1) * (2 * WIDEST_FILLING + 1)];

    private Field(Exposure exposure) {
        this.width = exposure.width();
        this.height = exposure.height();
        this.electrons = exposure.electrons();
        this.values = electrons.clone();
        this.variance = exposure.variance();
        this.states = new byte[values.length];
    }

    static Field of(Exposure exposure) {
        Field field = new Field(exposure);
        BitSet useless = new BitSet(field.states.length);
        BitSet saturated = new BitSet(field.states.length);
        for (int i = 0; i < field.states.length; i++) {
            if (!exposure.isGood(i)) {
                field.states[i] = exposure.isBad(i) ? BAD : BLIND;
                useless.set(i);
            }
            if (exposure.isSaturated(i)) {
                saturated.set(i);
            }
        }
        field.fill(useless);
        new Shield(field).around(saturated);
        return field;
    }

    /** A pixel that is as the sky and the stars made it, for all that is known. */
    boolean isGood(int i) {
        return states[i] == GOOD;
    }

    boolean touchesStruck(int i) {
        int x = i % width;
        int y = i / width;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                if (states[row * width + column] == STRUCK) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a pixel may have been struck and is not known to be. */
    boolean isOpen(int i) {
        return states[i] == GOOD || states[i] == BAD;
    }

    /** What the pixel held when the shutter closed. */
    float electrons(int i) {
        return electrons[i];
    }

    void shield(int i) {
        states[i] = SHIELDED;
    }

    /** Takes these pixels out of the picture. */
    void strike(BitSet places) {
        places.stream().forEach(i -> states[i] = STRUCK);
        fill(places);
    }

    /** Only good pixels fill others, so the order does not matter. */
    private void fill(BitSet places) {
        places.stream().forEach(i -> values[i] = filling(i));
    }

    private float filling(int i) {
        int count = 0;
        for (int reach = NEAR; count == 0 && reach <= WIDEST_FILLING; reach++) {
            count = gather(values, i, reach);
        }
        return Medians.of(near, count);
    }

    /** The median of what the good pixels near a pixel have. */
    float typical(float[] of, int i) {
        return Medians.of(near, gather(of, i, NEAR));
    }

    /** Whether more than half of the good pixels near a pixel hold less than so much. */
    boolean mostHoldLess(float limit, int i) {
        int count = gather(values, i, NEAR);
        int less = 0;
        for (int k = 0; k < count; k++) {
            less += near[k] < limit ? 1 : 0;
        }
        return 2 * less > count;
    }

    private int gather(float[] of, int i, int reach) {
        int x = i % width;
        int y = i / width;
        int count = 0;
        for (int row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
            int last = row * width + Math.min(width - 1, x + reach);
            for (int at = row * width + Math.max(0, x - reach); at <= last; at++) {
                near[count] = of[at];
                count += states[at] == GOOD ? 1 : 0;
            }
        }
        return count;
    }

    /** The most that one of the nine pixels around a place holds. */
    float brightestAround(int i) {
        int x = i % width;
        int y = i / width;
        float brightest = values[i];
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            int last = row * width + Math.min(width - 1, x + 1);
            for (int at = row * width + Math.max(0, x - 1); at <= last; at++) {
                brightest = values[at] > brightest ? values[at] : brightest;
            }
        }
        return brightest;
    }

    /** Whether more than half of the pixels near a pixel have a smaller Laplacian. */
    boolean mostAreSmoother(float limit, int i) {
        int x = i % width;
        int y = i / width;
        int count = 0;
        int less = 0;
        for (int row = Math.max(0, y - NEAR); row <= Math.min(height - 1, y + NEAR); row++) {
            for (int column = Math.max(0, x - NEAR); column <= Math.min(width - 1, x + NEAR); column++) {
                less += laplacian(column, row, values[row * width + column]) < limit ? 1 : 0;
                count++;
            }
        }
        return 2 * less > count;
    }

    /**
     * The Laplacian of a pixel, as van Dokkum has it: each pixel is split into four, negative values of the four are taken
     * for zero, and their mean is taken. Two of a small pixel's four neighbours are then of the same large one, so nothing
     * has to be split. The sum is grouped so that it is the same to the bit if rows and columns change places.
     */
    private float laplacian(int x, int y, float value) {
        int i = y * width + x;
        float left = values[x > 0 ? i - 1 : i];
        float right = values[x < width - 1 ? i + 1 : i];
        float below = values[y > 0 ? i - width : i];
        float above = values[y < height - 1 ? i + width : i];
        float a = 2 * value - (left + below);
        float b = 2 * value - (right + above);
        float c = 2 * value - (right + below);
        float d = 2 * value - (left + above);
        return 0.125f * (((a + Math.abs(a)) + (b + Math.abs(b))) + ((c + Math.abs(c)) + (d + Math.abs(d))));
    }

    /** The Laplacian of a pixel as it was before anything was filled, against its surroundings as they are now. */
    float laplacian(int i) {
        return laplacian(i % width, i / width, electrons[i]);
    }

    /** All places of the square around a pixel, the pixel too. */
    void around(int i, int reach, IntConsumer visit) {
        int x = i % width;
        int y = i / width;
        for (int row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
            int last = row * width + Math.min(width - 1, x + reach);
            for (int at = row * width + Math.max(0, x - reach); at <= last; at++) {
                visit.accept(at);
            }
        }
    }
}
