package dev.vigil.reduction.cosmicrays;

/**
 * What is broader than one pixel and finer than seven: the cores of stars. It is the median of nine pixels less the median
 * of forty-nine such medians around it.
 */
final class FineStructure {
    private static final int REACH = 3;
    private static final int SIDE = 2 * REACH + 1;
    private static final int WINDOW = SIDE + 2;

    private final Field field;

    /** Numbers as integers of the same order, which processors compare without branching. */
    private final int[] window = new int[WINDOW * WINDOW];

    private final int[] low = new int[WINDOW * SIDE];
    private final int[] middle = new int[WINDOW * SIDE];
    private final int[] high = new int[WINDOW * SIDE];
    private final int[] medians = new int[SIDE * SIDE];

    FineStructure(Field field) {
        this.field = field;
    }

    /** Whether there is less of it around a pixel than so much. */
    boolean isBelow(float limit, int x, int y) {
        gather(x, y);
        sortColumns();
        takeMedians();
        int floor = order(number(medians[SIDE * SIDE / 2]) - limit);
        int above = 0;
        for (int median : medians) {
            above += median > floor ? 1 : 0;
        }
        return above > SIDE * SIDE / 2;
    }

    private void gather(int x, int y) {
        for (int row = 0, to = 0; row < WINDOW; row++) {
            int start = field.width * within(y + row - REACH - 1, field.height);
            for (int column = 0; column < WINDOW; column++) {
                window[to++] = order(field.values[start + within(x + column - REACH - 1, field.width)]);
            }
        }
    }

    /** Beyond the edge it goes on as at the edge. */
    private static int within(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }

    /** Three pixels above each other at a time. */
    private void sortColumns() {
        for (int i = 0; i < low.length; i++) {
            int a = window[i];
            int b = window[i + WINDOW];
            int c = window[i + 2 * WINDOW];
            int smaller = Math.min(a, b);
            int larger = Math.max(a, b);
            low[i] = Math.min(smaller, c);
            middle[i] = Math.max(smaller, Math.min(larger, c));
            high[i] = Math.max(larger, c);
        }
    }

    /** The median of nine is that of the largest low, the middle middle and the smallest high of three sorted columns. */
    private void takeMedians() {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0, i = row * WINDOW; column < SIDE; column++, i++) {
                int lows = Math.max(low[i], Math.max(low[i + 1], low[i + 2]));
                int highs = Math.min(high[i], Math.min(high[i + 1], high[i + 2]));
                int middles = medianOfThree(middle[i], middle[i + 1], middle[i + 2]);
                medians[row * SIDE + column] = medianOfThree(lows, middles, highs);
            }
        }
    }

    private static int medianOfThree(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private static int order(float number) {
        return turned(Float.floatToIntBits(number));
    }

    private static float number(int order) {
        return Float.intBitsToFloat(turned(order));
    }

    /** Turns the bits of a number below zero over, so that they count upwards; done twice, it is undone. */
    private static int turned(int bits) {
        return bits ^ (bits >> 31 >>> 1);
    }
}
