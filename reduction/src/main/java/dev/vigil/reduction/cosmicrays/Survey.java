package dev.vigil.reduction.cosmicrays;

import java.util.BitSet;

/**
 * One quick pass over all pixels that leaves the few which may be struck: their Laplacian is above the limit even for the
 * smallest noise around them. Who fails here would fail the whole test, so the result is the same as without it.
 */
final class Survey {
    private final Field field;
    private final NoiseFloor floor;
    private final float significance;
    private final float[] row;
    private final BitSet candidates = new BitSet();

    private Survey(Field field, NoiseFloor floor, double significance) {
        this.field = field;
        this.floor = floor;
        this.significance = (float) significance;
        this.row = new float[field.width];
    }

    static BitSet of(Field field, NoiseFloor floor, double significance) {
        Survey survey = new Survey(field, floor, significance);
        for (int y = 0; y < field.height; y++) {
            survey.drawRow(y);
            survey.readRow(y);
        }
        return survey.candidates;
    }

    private void drawRow(int y) {
        int start = y * field.width;
        int below = y > 0 ? start - field.width : start;
        int above = y < field.height - 1 ? start + field.width : start;
        laplacians(field.values, start, below, above, field.width, row);
        row[0] = field.laplacian(start);
        row[field.width - 1] = field.laplacian(start + field.width - 1);
    }

    /** Written so that the compiler makes it of instructions on eight numbers: the same sum as that of one pixel. */
    private static void laplacians(float[] values, int start, int below, int above, int width, float[] into) {
        for (int x = 1; x < width - 1; x++) {
            float twice = 2 * values[start + x];
            float a = twice - (values[start + x - 1] + values[below + x]);
            float b = twice - (values[start + x + 1] + values[above + x]);
            float c = twice - (values[start + x + 1] + values[below + x]);
            float d = twice - (values[start + x - 1] + values[above + x]);
            into[x] = 0.125f * (((a + Math.abs(a)) + (b + Math.abs(b))) + ((c + Math.abs(c)) + (d + Math.abs(d))));
        }
    }

    private void readRow(int y) {
        for (int column = 0, x = 0; x < field.width; column++, x += NoiseFloor.SIDE) {
            float limit = 2 * significance * floor.ofSquare(column, y / NoiseFloor.SIDE);
            readStretch(y, x, Math.min(field.width, x + NoiseFloor.SIDE), limit);
        }
    }

    private void readStretch(int y, int from, int to, float limit) {
        for (int x = from; x < to; x++) {
            if (row[x] > limit && field.isGood(y * field.width + x)) {
                candidates.set(y * field.width + x);
            }
        }
    }
}
