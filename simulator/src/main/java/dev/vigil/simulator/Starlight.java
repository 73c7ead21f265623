package dev.vigil.simulator;

/** Puts stars on a detector: a Moffat profile with exponent 3, as the atmosphere makes it. */
final class Starlight {
    /** Half of the full width at half maximum of a profile whose radius parameter is 1. */
    private static final double HALF_WIDTH = Math.sqrt(StrictMath.pow(2, 1 / 3.0) - 1);

    private static final double STOPS_PER_PIXEL = 2;
    private static final double LARGEST_STAMP = 120;

    private final Geometry geometry;
    private final double radiusInMiddle;
    private final double cornerBlur;
    private final double faintest;
    private final double trail;

    /**
     * @param seeing full width at half maximum in the middle, pixels
     * @param cornerBlur by which share stars are wider in the corners; between, with the square of the distance
     * @param faintest electrons per pixel below which a star's wings do not matter
     * @param trail by how many pixels stars move along their row while they are looked at
     */
    Starlight(Geometry geometry, double seeing, double cornerBlur, double faintest, double trail) {
        this.geometry = geometry;
        this.radiusInMiddle = seeing / 2 / HALF_WIDTH;
        this.cornerBlur = cornerBlur;
        this.faintest = faintest;
        this.trail = trail;
    }

    /** Adds a star, the middle of its way where it is said to be. */
    void add(Star star, float[] light) {
        int stops = 1 + (int) Math.ceil(STOPS_PER_PIXEL * trail);
        for (int i = 0; i < stops; i++) {
            double along = stops == 1 ? 0 : trail * (i / (stops - 1.0) - 0.5);
            addPoint(star.along(along, 1.0 / stops), light);
        }
    }

    private void addPoint(Star star, float[] light) {
        double radius = radiusAt(star.x(), star.y());
        double centre = star.flux() * 2 / (Math.PI * radius * radius);
        double reach = reach(radius, centre);
        int lowY = (int) Math.max(0, Math.ceil(star.y() - 1 - reach));
        int highY = (int) Math.min(geometry.height() - 1, Math.floor(star.y() - 1 + reach));
        int lowX = (int) Math.max(0, Math.ceil(star.x() - 1 - reach));
        int highX = (int) Math.min(geometry.dataWidth() - 1, Math.floor(star.x() - 1 + reach));
        double perSquare = 1 / (radius * radius);
        for (int y = lowY; y <= highY; y++) {
            double fromY = y + 1 - star.y();
            for (int x = lowX; x <= highX; x++) {
                double fromX = x + 1 - star.x();
                double base = 1 + (fromX * fromX + fromY * fromY) * perSquare;
                light[y * geometry.dataWidth() + x] +=
                        (float) (centre / (base * base * base) * (1 + blur(base, perSquare)));
            }
        }
    }

    /**
     * A pixel sees the light that falls on all of it: what its middle sees, and a twenty-fourth of the profile's curvature. Without it
     * stars are narrower than the pixels of any camera can show them.
     */
    private static double blur(double base, double perSquare) {
        return perSquare / base * (2 * (base - 1) / base - 0.5);
    }

    private double radiusAt(double x, double y) {
        double fromX = 2 * (x - 0.5) / geometry.dataWidth() - 1;
        double fromY = 2 * (y - 0.5) / geometry.height() - 1;
        return radiusInMiddle * (1 + cornerBlur * (fromX * fromX + fromY * fromY) / 2);
    }

    private double reach(double radius, double centre) {
        double ratio = Math.max(1, centre / faintest);
        double untilFaint = radius * Math.sqrt(Math.max(0, StrictMath.cbrt(ratio) - 1));
        return Math.max(4 * radius, Math.min(LARGEST_STAMP, untilFaint));
    }
}
