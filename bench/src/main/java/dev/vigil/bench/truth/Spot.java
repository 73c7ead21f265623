package dev.vigil.bench.truth;

/**
 * What somebody found in an image.
 *
 * @param x its column, counted from 0
 * @param y its row, counted from 0
 * @param flux the light within eight pixels, in the image's unit
 * @param kron the light in an ellipse that follows its size
 * @param fwhm its width in pixels
 * @param flags SExtractor's
 */
record Spot(double x, double y, double flux, double kron, double fwhm, int flags) {}
