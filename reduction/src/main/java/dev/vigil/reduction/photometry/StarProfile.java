package dev.vigil.reduction.photometry;

import dev.vigil.reduction.sources.Seeing;

/**
 * How the light of a star falls off from its middle: a Moffat profile.
 *
 * @param fwhm full width at half maximum in pixels
 * @param beta the exponent of the wings
 */
public record StarProfile(double fwhm, double beta) {
    public StarProfile {
        if (!(fwhm > 0) || !(beta > 1)) {
            throw new IllegalArgumentException("no star looks like that: width " + fwhm + ", exponent " + beta);
        }
    }

    /** That of the stars of an image. */
    public static StarProfile of(Seeing seeing) {
        return new StarProfile(seeing.fwhm(), seeing.beta());
    }

    /** The share of a star's light within a radius in pixels. */
    public double shareWithin(double radius) {
        return 1 - Math.pow(1 + radius * radius / scaleSquared(), 1 - beta);
    }

    /** So many pixels of sky have the noise that the best measure of a faint star has: one by the sum of the profile's square. */
    public double noisePixels() {
        return Math.PI * scaleSquared() * (2 * beta - 1) / ((beta - 1) * (beta - 1));
    }

    private double scaleSquared() {
        return fwhm * fwhm / 4 / (Math.pow(2, 1 / beta) - 1);
    }
}
