package dev.vigil.reduction.sources;

/**
 * How stars look: the typical one of those that a profile was fitted to.
 *
 * @param fwhm full width at half maximum in pixels, as the sky has it, before the pixels blur it
 * @param ellipticity one minus the smallest width by the greatest, of the mean shape
 * @param theta the direction of the greatest width, in degrees from the rows (x) towards the columns (y)
 * @param beta the exponent of the wings; about 3 to 4 for the atmosphere, 250 for a Gaussian
 * @param stars how many stars say so
 */
public record Seeing(double fwhm, double ellipticity, double theta, double beta, int stars) {}
