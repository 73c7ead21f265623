package dev.vigil.reduction.pointspread;

/** A square of an image's pixels, counted from 0. */
record Square(int left, int bottom, int size) {

    /** Those that are at most so far from the pixel that holds a place. */
    static Square around(double x, double y, int reach) {
        return new Square((int) Math.rint(x) - reach, (int) Math.rint(y) - reach, 2 * reach + 1);
    }
}
