package dev.vigil.reduction.sources;

/**
 * What the pixels of an island say of a source.
 *
 * @param x its centre of light, counted from 0
 * @param y its centre of light, counted from 0
 * @param shape the second moments of what stands out after the matched filter
 */
record Outline(double x, double y, Ellipse shape, double peak, Flux light, boolean saturated, boolean incomplete) {

    static Outline of(Island island, Residual residual) {
        double weight = 0;
        double sumX = 0;
        double sumY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        int originX = island.places()[0] % residual.width();
        int originY = island.places()[0] / residual.width();
        for (int i = 0; i < island.size(); i++) {
            double height = island.heights()[i];
            double dx = island.places()[i] % residual.width() - originX;
            double dy = island.places()[i] / residual.width() - originY;
            weight += height;
            sumX += height * dx;
            sumY += height * dy;
            xx += height * dx * dx;
            yy += height * dy * dy;
            xy += height * dx * dy;
        }
        double x = sumX / weight;
        double y = sumY / weight;
        Ellipse shape = Ellipse.of(xx / weight - x * x, yy / weight - y * y, xy / weight - x * y);
        return lit(island, residual, originX + x, originY + y, shape);
    }

    private static Outline lit(Island island, Residual residual, double x, double y, Ellipse shape) {
        double light = 0;
        double variance = 0;
        float peak = Float.NEGATIVE_INFINITY;
        boolean saturated = false;
        boolean incomplete = false;
        for (int place : island.places()) {
            float value = residual.values()[place];
            saturated |= residual.image().isSaturated(place);
            if (Float.isNaN(value)) {
                incomplete = true;
            } else {
                light += value;
                variance += residual.varianceAt(place % residual.width(), place / residual.width());
                peak = Math.max(peak, value);
            }
        }
        return new Outline(x, y, shape, peak, new Flux(light, Math.sqrt(variance)), saturated, incomplete);
    }
}
