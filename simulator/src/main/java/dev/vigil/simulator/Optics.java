package dev.vigil.simulator;

/**
 * What a telescope makes of the sky.
 *
 * @param scale seconds of arc that a pixel covers
 * @param sharpest least full width at half maximum of a star at the zenith, in seconds of arc
 * @param widest and the greatest
 * @param zeroPoint the magnitude of one electron per second above the atmosphere
 * @param brightest magnitude of made stars
 * @param faintest magnitude of made stars
 */
record Optics(double scale, double sharpest, double widest, double zeroPoint, double brightest, double faintest) {
    /** A telescope of some half a metre. */
    static final Optics USUAL = new Optics(TangentPlane.PIXEL_SCALE, 1.5, 2.3, 23.5, 11, 20);

    /** A lens of a few centimetres, whose stars are as wide as its pixels let them be. */
    static final Optics WIDE = new Optics(2.5, 4.8, 5.6, 19.5, 12.8, 17.5);

    /** By how much a pixel covers more than usual. */
    double times() {
        return scale / TangentPlane.PIXEL_SCALE;
    }
}
