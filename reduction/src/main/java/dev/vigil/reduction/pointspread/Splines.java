package dev.vigil.reduction.pointspread;

/** Cubic B-splines: smooth lines through numbers at whole places, with two derivatives (Unser 1999). */
final class Splines {
    /** How many coefficients make up the value at a place: one before it, the one at or before it, and two behind. */
    static final int SUPPORT = 4;

    private static final double POLE = Math.sqrt(3) - 2;
    private static final double GAIN = 6;

    private Splines() {}

    /** What each coefficient counts for, so far behind the second of them: from 0 to 1. */
    static double[] values(double behind) {
        double rest = 1 - behind;
        return new double[] {
            rest * rest * rest / 6,
            2.0 / 3 - behind * behind * (2 - behind) / 2,
            2.0 / 3 - rest * rest * (2 - rest) / 2,
            behind * behind * behind / 6
        };
    }

    static double[] slopes(double behind) {
        double rest = 1 - behind;
        return new double[] {-rest * rest / 2, behind * (1.5 * behind - 2), rest * (2 - 1.5 * rest), behind * behind / 2
        };
    }

    static double[] bends(double behind) {
        return new double[] {1 - behind, 3 * behind - 2, 1 - 3 * behind, behind};
    }

    /** Turns the numbers of a square table into coefficients; beyond its edge lies nothing. */
    static void prepare(double[] table, int side) {
        for (int line = 0; line < side; line++) {
            prepare(table, line * side, 1, side);
        }
        for (int line = 0; line < side; line++) {
            prepare(table, line, side, side);
        }
    }

    private static void prepare(double[] table, int first, int step, int count) {
        int last = first + (count - 1) * step;
        for (int i = first + step; i <= last; i += step) {
            table[i] += POLE * table[i - step];
        }
        table[last] *= POLE / (POLE * POLE - 1);
        for (int i = last - step; i >= first; i -= step) {
            table[i] = POLE * (table[i + step] - table[i]);
        }
        for (int i = first; i <= last; i += step) {
            table[i] *= GAIN;
        }
    }
}
