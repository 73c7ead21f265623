package dev.vigil.simulator;

/**
 * A star as it truly is in a frame.
 *
 * @param x pixels, counted from 1 as FITS does
 * @param flux electrons in the whole exposure, before the flat field
 */
public record Star(double x, double y, double ra, double dec, double magnitude, double flux) {}
