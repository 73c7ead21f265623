package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.PixelPosition;

/**
 * Something seen on a detector that may be a star.
 *
 * @param errorPixels the standard error of either coordinate
 * @param light how bright it is, in any unit
 * @param isClean whether its place can be trusted: not saturated, cut off or in part unknown
 */
public record Detection(PixelPosition place, double errorPixels, double light, boolean isClean) {
    public Detection {
        if (!(errorPixels >= 0) || !Double.isFinite(light)) {
            throw new IllegalArgumentException("no detection: error " + errorPixels + ", light " + light);
        }
    }
}
