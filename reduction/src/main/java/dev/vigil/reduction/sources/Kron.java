package dev.vigil.reduction.sources;

/**
 * The light in an ellipse that grows with the source (Kron 1980): 2.5 times the mean distance of the light from the
 * centre, and never less than 3.5 standard deviations, as SExtractor has it.
 *
 * @param radius in units of the outline's axes
 */
record Kron(double radius, ApertureSum sum) {
    private static final double FIRST_LOOK = 6;
    private static final double FACTOR = 2.5;
    private static final double LEAST = 3.5;

    static Kron of(double x, double y, Ellipse outline, Surroundings surroundings) {
        double radius = Math.max(LEAST, FACTOR * meanDistance(x, y, outline, surroundings));
        return new Kron(radius, ApertureSum.of(new EllipticalAperture(x, y, outline, radius), surroundings));
    }

    private static double meanDistance(double x, double y, Ellipse outline, Surroundings surroundings) {
        EllipticalAperture within = new EllipticalAperture(x, y, outline, FIRST_LOOK);
        double light = 0;
        double moment = 0;
        for (int row = within.bottom(); row <= within.top(); row++) {
            for (int column = within.left(); column <= within.right(); column++) {
                double square = within.square(column, row);
                int place = square <= FIRST_LOOK * FIRST_LOOK ? surroundings.placeFor(column, row) : -1;
                if (place >= 0) {
                    float value = surroundings.residual().values()[place];
                    light += value;
                    moment += value * Math.sqrt(square);
                }
            }
        }
        double mean = moment / light;
        return light > 0 && mean > 0 ? Math.min(mean, FIRST_LOOK) : 0;
    }
}
