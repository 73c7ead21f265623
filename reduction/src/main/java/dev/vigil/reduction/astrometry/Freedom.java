package dev.vigil.reduction.astrometry;

/**
 * By how much a header may be wrong.
 *
 * @param scale the share by which its scale may be off
 * @param turnDegrees by how much the camera may be turned; 180 for any
 * @param mayBeMirrored whether it may be mirrored
 * @param shiftArcseconds by how much the pointing may be off
 */
record Freedom(double scale, double turnDegrees, boolean mayBeMirrored, double shiftArcseconds) {
    Freedom {
        if (!(scale > 0 && scale < 1) || !(turnDegrees > 0) || !(shiftArcseconds > 0)) {
            throw new IllegalArgumentException(
                    "No freedom at all: " + scale + ", " + turnDegrees + ", " + shiftArcseconds);
        }
    }

    boolean allows(Similarity similarity) {
        return Math.abs(similarity.scale() - 1) <= scale
                && similarity.shift() <= shiftArcseconds
                && Math.abs(similarity.turnDegrees()) <= turnDegrees
                && (mayBeMirrored || !similarity.isMirrored());
    }
}
