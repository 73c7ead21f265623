package dev.vigil.simulator;

/**
 * Where a telescope looks.
 *
 * @param ra degrees, of the reference pixel
 * @param dec degrees, of the reference pixel
 * @param centreX reference pixel in a detector's light, counted from 1; that of the first, unless said otherwise
 */
public record Pointing(double ra, double dec, double airmass, double centreX, double centreY) {
    /** The same, so many degrees to the north. */
    Pointing north(double degrees) {
        return new Pointing(ra, dec + degrees, airmass, centreX, centreY);
    }

    /** The same from a detector that lies so many pixels to the right of the first. */
    Pointing seenFrom(double beside) {
        return new Pointing(ra, dec, airmass, centreX - beside, centreY);
    }
}
