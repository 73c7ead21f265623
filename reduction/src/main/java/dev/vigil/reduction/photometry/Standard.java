package dev.vigil.reduction.photometry;

import dev.vigil.reduction.astrometry.PixelPosition;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A star of known magnitude that was measured.
 *
 * @param zeroPoint the magnitude of one electron per second, if this star alone were asked
 * @param error the standard error of that
 * @param colour of the star, as the catalogue's band says
 * @param sight where and how bright it was seen
 */
public record Standard(double zeroPoint, double error, OptionalDouble colour, Optional<Sight> sight) {
    /** One of which no more is known. */
    public Standard(double zeroPoint, double error, OptionalDouble colour) {
        this(zeroPoint, error, colour, Optional.empty());
    }

    /** One whose colour is not known. */
    public Standard(double zeroPoint, double error) {
        this(zeroPoint, error, OptionalDouble.empty());
    }

    /**
     * A star on the detector.
     *
     * @param place in pixels
     * @param magnitude of the star in the catalogue
     */
    public record Sight(PixelPosition place, double magnitude) {}
}
