package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.PixelPosition;

/**
 * By how much a source lies beside where its star should be seen, once coordinates are fitted; all in pixels.
 *
 * @param place the source's
 * @param right so far right of the star
 * @param up and so far above it
 */
public record Residual(PixelPosition place, double right, double up) {
    public double length() {
        return Math.hypot(right, up);
    }
}
