package dev.vigil.reduction.coordinates;

/** A place on a detector in pixels as FITS counts them: the middle of the first pixel is at 1. */
public record PixelPosition(double x, double y) {
    public PixelPosition {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no place on a detector: " + x + ", " + y);
        }
    }
}
