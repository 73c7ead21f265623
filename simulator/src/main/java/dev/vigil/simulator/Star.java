package dev.vigil.simulator;

/**
 * A star as it truly is in a frame.
 *
 * @param x pixels, counted from 1 as FITS does
 * @param flux electrons in the whole exposure, before the flat field
 */
public record Star(double x, double y, double ra, double dec, double magnitude, double flux) {
    /** The light that comes while the star stands so many pixels farther along its row. */
    Star along(double pixels, double share) {
        return new Star(x + pixels, y, ra, dec, magnitude, flux * share);
    }
}
