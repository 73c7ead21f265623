package dev.vigil.reduction.sources;

/** What Gaussians of one standard deviation have in common. */
final class Gaussian {
    /** The full width at half maximum of a standard deviation of one. */
    static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    private Gaussian() {}

    /** Writes the values at whole pixels from {@code first} on of one that is centred at {@code centre}, with a top of one. */
    static void fill(double[] into, int count, int first, double centre, double sigma) {
        double scale = -0.5 / (sigma * sigma);
        for (int i = 0; i < count; i++) {
            double distance = first + i - centre;
            into[i] = Math.exp(scale * distance * distance);
        }
    }
}
