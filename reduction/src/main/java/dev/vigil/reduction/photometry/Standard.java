package dev.vigil.reduction.photometry;

import java.util.OptionalDouble;

/**
 * A star of known magnitude that was measured.
 *
 * @param zeroPoint the magnitude of one electron per second, if this star alone were asked
 * @param error the standard error of that
 * @param colour of the star, as the catalogue's band says
 */
public record Standard(double zeroPoint, double error, OptionalDouble colour) {
    /** One whose colour is not known. */
    public Standard(double zeroPoint, double error) {
        this(zeroPoint, error, OptionalDouble.empty());
    }
}
