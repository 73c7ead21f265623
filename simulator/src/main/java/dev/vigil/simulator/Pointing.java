package dev.vigil.simulator;

/**
 * Where a telescope looks.
 *
 * @param ra degrees, of the reference pixel
 * @param dec degrees, of the reference pixel
 * @param centreX reference pixel of the first detector's light, counted from 1
 */
public record Pointing(double ra, double dec, double airmass, double centreX, double centreY) {
    /** The same, so many degrees to the north. */
    Pointing north(double degrees) {
        return new Pointing(ra, dec + degrees, airmass, centreX, centreY);
    }
}
