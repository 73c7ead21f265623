package dev.vigil.reduction.sources;

/** Tells hot pixels and the tracks of particles from stars: no star puts so much of its light into one pixel. */
final class Glints {
    /** A pixel that holds more than this share of the light of its neighbourhood was not lit through a telescope. */
    private static final double SHARPEST = 0.75;

    private static final double TIMES_A_STAR = 2;
    private static final double SURE = 3;

    private final Residual residual;
    private final double limit;

    /** Sigma is that of a star as the pixels show it. */
    Glints(Residual residual, double sigma) {
        double line = 1 + 2 * Math.exp(-0.5 / (sigma * sigma));
        this.residual = residual;
        this.limit = Math.min(SHARPEST, TIMES_A_STAR / (line * line));
    }

    /** The brightest pixel is too bright for its neighbourhood, by more than the noise explains. */
    boolean isOne(Island island) {
        int place = residual.brightest(island);
        int x = place % residual.width();
        int y = place / residual.width();
        double sum = 0;
        for (int row = y - 1; row <= y + 1; row++) {
            for (int column = x - 1; column <= x + 1; column++) {
                float value = residual.at(column, row);
                sum += Float.isNaN(value) ? 0 : value;
            }
        }
        double noise = Math.sqrt(residual.varianceAt(x, y));
        return !residual.image().isSaturated(place) && residual.values()[place] - limit * sum > SURE * noise;
    }
}
