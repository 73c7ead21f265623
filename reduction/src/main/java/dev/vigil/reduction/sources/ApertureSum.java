package dev.vigil.reduction.sources;

/**
 * The light in an aperture.
 *
 * @param substituted the share of its area that others shine on or that says nothing
 * @param complete it lies within the image, and something is known of all its pixels
 */
record ApertureSum(Flux flux, double substituted, boolean complete) {

    static ApertureSum of(Aperture aperture, Surroundings surroundings) {
        Residual residual = surroundings.residual();
        surroundings.forget();
        double light = 0;
        double variance = 0;
        double area = 0;
        for (int row = aperture.bottom(); row <= aperture.top(); row++) {
            for (int column = aperture.left(); column <= aperture.right(); column++) {
                double share = aperture.share(column, row);
                int place = share > 0 ? surroundings.placeFor(column, row) : -1;
                area += share;
                if (place >= 0) {
                    light += share * residual.values()[place];
                    variance += share * surroundings.varianceOf(place);
                }
            }
        }
        return new ApertureSum(
                new Flux(light, Math.sqrt(variance)),
                surroundings.borrowed() / area,
                surroundings.missing() == 0 && aperture.isWithin(residual.width(), residual.height()));
    }
}
