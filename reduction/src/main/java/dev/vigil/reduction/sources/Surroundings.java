package dev.vigil.reduction.sources;

/**
 * The light around one source. What others shine on, and what says nothing, is taken from the opposite side of the source;
 * where that is no better, it is dark.
 */
final class Surroundings {
    private final Residual residual;
    private final int[] owners;
    private int me;
    private int twiceX;
    private int twiceY;
    private int borrowed;
    private int missing;
    private double varianceOfSky;

    /** The owners of all pixels are numbers from 1 on, and 0 where there is none. */
    Surroundings(Residual residual, int[] owners) {
        this.residual = residual;
        this.owners = owners;
    }

    /** From now on around this source, which lies here (counted from 0). */
    void lookAt(int owner, double x, double y) {
        me = owner;
        twiceX = (int) Math.round(2 * x);
        twiceY = (int) Math.round(2 * y);
        varianceOfSky = residual.varianceOfSky(x, y);
        forget();
    }

    /** Counts anew what was borrowed and what was missing. */
    void forget() {
        borrowed = 0;
        missing = 0;
    }

    int borrowed() {
        return borrowed;
    }

    int missing() {
        return missing;
    }

    /** The place in the image whose light counts for this pixel; -1 where there is none. */
    int placeFor(int x, int y) {
        if (isMine(x, y)) {
            return y * residual.width() + x;
        }
        borrowed++;
        int oppositeX = twiceX - x;
        int oppositeY = twiceY - y;
        if (isMine(oppositeX, oppositeY)) {
            return oppositeY * residual.width() + oppositeX;
        }
        missing++;
        return -1;
    }

    /** The variance of a pixel: its own where it is known, else that of the sky at the source. */
    double varianceOf(int place) {
        return residual.varianceOr(varianceOfSky, place);
    }

    private boolean isMine(int x, int y) {
        if (!residual.image().isInside(x, y)) {
            return false;
        }
        int place = y * residual.width() + x;
        return (owners[place] == 0 || owners[place] == me) && !Float.isNaN(residual.values()[place]);
    }

    Residual residual() {
        return residual;
    }
}
