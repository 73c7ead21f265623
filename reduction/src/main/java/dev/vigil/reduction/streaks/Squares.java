package dev.vigil.reduction.streaks;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The exposure in squares of pixels: which of them are brighter than the sky around them. */
final class Squares {
    static final int SIDE = 8;

    /** Every so many squares the sky is taken, from as many on either side and between. */
    private static final int STEP = 4;

    private static final int REACH = 6;
    private static final int FEWEST_PIXELS = SIDE * SIDE / 3;

    final int columns;
    final int rows;
    private final float[] means;
    private final float[] noises;
    private final boolean[] bright;

    private Squares(Sight sight) {
        this.columns = sight.width() / SIDE;
        this.rows = sight.height() / SIDE;
        this.means = new float[columns * rows];
        this.noises = new float[columns * rows];
        this.bright = new boolean[columns * rows];
    }

    static Squares of(Sight sight, double significance) {
        Squares squares = new Squares(sight);
        for (int i = 0; i < squares.means.length; i++) {
            squares.average(sight, i);
        }
        for (int row = 0; row < squares.rows; row += STEP) {
            for (int column = 0; column < squares.columns; column += STEP) {
                squares.compare(column, row, (float) significance);
            }
        }
        return squares;
    }

    private void average(Sight sight, int square) {
        double sum = 0;
        double variance = 0;
        int count = 0;
        int start = square / columns * SIDE * sight.width() + square % columns * SIDE;
        for (int row = start; row < start + SIDE * sight.width(); row += sight.width()) {
            for (int i = row; i < row + SIDE; i++) {
                if (sight.isSeen(i)) {
                    sum += sight.electrons()[i];
                    variance += sight.variance()[i];
                    count++;
                }
            }
        }
        means[square] = count < FEWEST_PIXELS ? Float.NaN : (float) (sum / count);
        noises[square] = (float) (Math.sqrt(variance) / count);
    }

    private void compare(int column, int row, float significance) {
        float sky = sky(column + STEP / 2, row + STEP / 2);
        for (int y = row; y < Math.min(rows, row + STEP); y++) {
            for (int x = column; x < Math.min(columns, column + STEP); x++) {
                int i = y * columns + x;
                bright[i] = means[i] - sky > significance * noises[i];
            }
        }
    }

    /** The median of the squares around; a streak or a star covers few of them. */
    private float sky(int column, int row) {
        float[] near = new float[4 * REACH * REACH];
        int count = 0;
        for (int y = Math.max(0, row - REACH); y < Math.min(rows, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x < Math.min(columns, column + REACH); x++) {
                if (!Float.isNaN(means[y * columns + x])) {
                    near[count++] = means[y * columns + x];
                }
            }
        }
        Arrays.sort(near, 0, count);
        return count == 0 ? Float.NaN : near[count / 2];
    }

    int[] brightOnes() {
        return IntStream.range(0, bright.length).filter(i -> bright[i]).toArray();
    }

    double middleX(int square) {
        return square % columns * SIDE + (SIDE - 1) / 2.0;
    }

    double middleY(int square) {
        return square / columns * SIDE + (SIDE - 1) / 2.0;
    }

    /** Whether a square at this place, or one that touches it, is bright. */
    boolean isBrightAround(double x, double y) {
        int column = (int) Math.floor(x / SIDE);
        int row = (int) Math.floor(y / SIDE);
        for (int near = Math.max(0, row - 1); near <= Math.min(rows - 1, row + 1); near++) {
            for (int i = near * columns + Math.max(0, column - 1);
                    i <= near * columns + Math.min(columns - 1, column + 1);
                    i++) {
                if (bright[i]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was explained is not looked at again. */
    void darken(Streak streak) {
        for (int i = 0; i < bright.length; i++) {
            double along = streak.line().along(middleX(i), middleY(i));
            double beside = Math.abs(streak.line().beside(middleX(i), middleY(i)));
            bright[i] &= along < streak.from() - SIDE
                    || along > streak.to() + SIDE
                    || beside > streak.halfWidth() + 2 * SIDE;
        }
    }

    double brightShare() {
        return (double) brightOnes().length / Math.max(1, bright.length);
    }
}
