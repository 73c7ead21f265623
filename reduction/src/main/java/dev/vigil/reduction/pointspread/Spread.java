package dev.vigil.reduction.pointspread;

/**
 * By how much wider than a star's the image of a source is: what it shares with a star that is blurred by a small galaxy, by what it shares
 * with the star itself, less the same of the star (SExtractor's SPREAD_MODEL).
 */
record Spread(double value, double error) {
    /** The mean square along an axis of SExtractor's small galaxy: an exponential disc whose scale is a sixteenth of the width. */
    private static final double SMALL_GALAXY = 3.0 / 256;

    static Spread of(StarFit fit, StarImage image, double[] light) {
        double[] blur = new double[light.length];
        image.drawBlur(fit.x(), fit.y(), fit.square(), blur);
        double[] weight = fit.weight();
        double[] star = fit.star();
        double galaxy = 0;
        double point = 0;
        double both = 0;
        double own = 0;
        for (int i = 0; i < light.length; i++) {
            if (weight[i] > 0) {
                galaxy += weight[i] * blur[i] * light[i];
                point += weight[i] * star[i] * light[i];
                both += weight[i] * blur[i] * star[i];
                own += weight[i] * star[i] * star[i];
            }
        }
        double squares = 0;
        for (int i = 0; i < light.length; i++) {
            double part = blur[i] - galaxy / point * star[i];
            squares += weight[i] * part * part;
        }
        double scale = SMALL_GALAXY * image.fwhm() * image.fwhm() / 2;
        return new Spread(scale * (galaxy / point - both / own), scale * Math.sqrt(squares) / Math.abs(point));
    }
}
