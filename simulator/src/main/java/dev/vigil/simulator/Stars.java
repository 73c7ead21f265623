package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/** The stars of a field, as a detector sees them; they belong to the field and not to the frame. */
final class Stars {
    /** Stars become more numerous by this power of ten for each magnitude. */
    private static final double SLOPE = 0.3;

    private static final double PER_MEGAPIXEL = 240;
    private static final int FEWEST = 20;

    private final Fields fields;
    private final PlannedFrame frame;
    private final Geometry geometry;
    private final RandomStream random;

    Stars(NightPlan plan, PlannedFrame frame, int detector, Geometry geometry) {
        this.fields = plan.fields();
        this.frame = frame;
        this.geometry = geometry;
        String field = plan.unit() + " " + plan.night() + " " + fields.nameOf(plan, frame.field());
        this.random = RandomStream.of(plan.seed(), "stars " + Keys.of(field, detector));
    }

    /** A star wherever a frame looks. */
    record Placed(TangentPlane.Place place, double magnitude) {}

    /**
     * @param centre of the detector in the field, wherever the telescope looks
     * @param plane of the detector in this frame
     */
    List<Star> seen(TangentPlane centre, TangentPlane plane, double zeroPoint) {
        List<Star> stars = new ArrayList<>();
        for (Placed star : all(centre)) {
            TangentPlane.Place place = star.place();
            TangentPlane.Pixel pixel = plane.pixelOf(place);
            if (isOnDetector(pixel)) {
                double flux = StrictMath.pow(10, -0.4 * (star.magnitude() - zeroPoint)) * frame.exposure();
                stars.add(new Star(pixel.x(), pixel.y(), place.ra(), place.dec(), star.magnitude(), flux));
            }
        }
        return stars;
    }

    /** All that a frame of the field could see. */
    List<Placed> all(TangentPlane centre) {
        double half = 1.03 * geometry.size() * centre.optics().scale() / 3600 / 2 + Scene.DITHER;
        int count = (int) Math.max(FEWEST, PER_MEGAPIXEL * geometry.pixels() / 1048576);
        List<Placed> stars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            TangentPlane.Place place = centre.placeOf(random.uniform(-half, half), random.uniform(-half, half));
            stars.add(new Placed(place, magnitude()));
        }
        stars.addAll(fields.realStars(centre, Math.sqrt(2) * half));
        return stars;
    }

    private boolean isOnDetector(TangentPlane.Pixel pixel) {
        return pixel.x() > 0.5
                && pixel.y() > 0.5
                && pixel.x() < geometry.dataWidth() + 0.5
                && pixel.y() < geometry.height() + 0.5;
    }

    private double magnitude() {
        Optics optics = fields.optics();
        double atBrightest = StrictMath.pow(10, -SLOPE * (optics.faintest() - optics.brightest()));
        double share = atBrightest + random.uniform() * (1 - atBrightest);
        return optics.faintest() + StrictMath.log10(share) / SLOPE;
    }
}
