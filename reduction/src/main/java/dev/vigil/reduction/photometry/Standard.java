package dev.vigil.reduction.photometry;

import dev.vigil.reduction.coordinates.PixelPosition;
import java.util.OptionalDouble;

/**
 * A star of known magnitude that was measured.
 *
 * @param zeroPoint the magnitude of one electron per second, if this star alone were asked
 * @param error the standard error of that
 * @param colour of the star, as the catalogue's band says
 * @param sight where and how bright it was seen
 */
public record Standard(double zeroPoint, double error, OptionalDouble colour, Sight sight) {
    /**
     * A star on the detector.
     *
     * @param place in pixels
     * @param magnitude of the star in the catalogue
     */
    public record Sight(PixelPosition place, double magnitude) {}
}
