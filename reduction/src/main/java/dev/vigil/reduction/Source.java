package dev.vigil.reduction;

/**
 * Something that stands out of the sky.
 *
 * @param x the column of its brightest pixel
 * @param y the row of its brightest pixel
 * @param flux the sum of its detected pixels above the sky
 * @param clean no saturated or bad pixel, and not at the edge
 */
record Source(int x, int y, double flux, boolean clean) {}
