package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What a science frame looks at and through.
 *
 * @param seeing full width at half maximum, pixels
 * @param sky electrons per pixel in the whole exposure
 * @param zeroPoint the magnitude of one electron per second through this air
 */
record Scene(
        TangentPlane plane,
        double airmass,
        double seeing,
        double sky,
        double zeroPoint,
        List<Star> stars,
        List<CosmicRay> cosmicRays) {
    /** Above the atmosphere. */
    static final double ZERO_POINT = 23.5;
    /** Magnitudes per airmass. */
    static final double EXTINCTION = 0.1;

    private static final double SKY_BRIGHTNESS = 20.5;
    private static final double BRIGHTEST = 11;
    private static final double FAINTEST = 20;
    /** Stars become more numerous by this power of ten for each magnitude. */
    private static final double SLOPE = 0.3;

    private static final double STARS_PER_MEGAPIXEL = 240;
    private static final int FEWEST_STARS = 20;
    private static final double RAYS_PER_MEGAPIXEL_SECOND = 0.5;
    private static final double DITHER = 20.0 / 3600;

    Scene {
        stars = List.copyOf(stars);
        cosmicRays = List.copyOf(cosmicRays);
    }

    static Scene of(NightPlan plan, PlannedFrame frame) {
        RandomStream random = RandomStream.of(plan.seed(), "scene " + frame.name());
        Geometry geometry = Geometry.of(plan.size());
        TangentPlane centre = fieldCentre(plan, frame.field());
        TangentPlane plane = dithered(centre, random);
        double airmass = Site.airmass(frame.start(), plane.ra(), plane.dec());
        double zeroPoint = ZERO_POINT - EXTINCTION * (airmass - 1);
        double seeing = random.uniform(1.5, 2.3) / TangentPlane.PIXEL_SCALE * StrictMath.pow(airmass, 0.6);
        double sky = skyRate() * random.uniform(0.9, 1.2) * frame.exposure();
        List<Star> stars = stars(plan, frame, centre, plane, zeroPoint);
        return new Scene(plane, airmass, seeing, sky, zeroPoint, stars, rays(geometry, frame, random));
    }

    /** A frame's cosmic rays also fall when the shutter is closed. */
    static List<CosmicRay> raysOf(NightPlan plan, PlannedFrame frame) {
        return rays(Geometry.of(plan.size()), frame, RandomStream.of(plan.seed(), "rays " + frame.name()));
    }

    /** Each field is on the meridian when its first frame is taken. */
    private static TangentPlane fieldCentre(NightPlan plan, int field) {
        RandomStream random = RandomStream.of(plan.seed(), "field " + plan.unit() + " " + plan.night() + " " + field);
        Geometry geometry = Geometry.of(plan.size());
        double ra = Math.rint(Site.siderealTime(Timetable.startOfField(plan, field)) * 1e4) / 1e4;
        double dec = Math.rint(random.uniform(-45, -15) * 1e4) / 1e4;
        return new TangentPlane(ra, dec, (geometry.dataWidth() + 1) / 2.0, (geometry.height() + 1) / 2.0);
    }

    private static TangentPlane dithered(TangentPlane centre, RandomStream random) {
        TangentPlane.Place place = centre.placeOf(random.uniform(-DITHER, DITHER), random.uniform(-DITHER, DITHER));
        return new TangentPlane(place.ra(), place.dec(), centre.centreX(), centre.centreY());
    }

    /** Electrons per second and pixel. */
    private static double skyRate() {
        double area = TangentPlane.PIXEL_SCALE * TangentPlane.PIXEL_SCALE;
        return StrictMath.pow(10, -0.4 * (SKY_BRIGHTNESS - ZERO_POINT)) * area;
    }

    /** The stars belong to the field and not to the frame: all frames of a field see the same ones. */
    private static List<Star> stars(
            NightPlan plan, PlannedFrame frame, TangentPlane centre, TangentPlane plane, double zeroPoint) {
        RandomStream random =
                RandomStream.of(plan.seed(), "stars " + plan.unit() + " " + plan.night() + " " + frame.field());
        Geometry geometry = Geometry.of(plan.size());
        double half = 1.03 * geometry.size() * TangentPlane.PIXEL_SCALE / 3600 / 2 + DITHER;
        int count = (int) Math.max(FEWEST_STARS, STARS_PER_MEGAPIXEL * geometry.pixels() / 1048576);
        List<Star> stars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            TangentPlane.Place place = centre.placeOf(random.uniform(-half, half), random.uniform(-half, half));
            double magnitude = magnitude(random);
            TangentPlane.Pixel pixel = plane.pixelOf(place);
            if (isOnDetector(pixel, geometry)) {
                double flux = StrictMath.pow(10, -0.4 * (magnitude - zeroPoint)) * frame.exposure();
                stars.add(new Star(pixel.x(), pixel.y(), place.ra(), place.dec(), magnitude, flux));
            }
        }
        return stars;
    }

    private static boolean isOnDetector(TangentPlane.Pixel pixel, Geometry geometry) {
        return pixel.x() > 0.5
                && pixel.y() > 0.5
                && pixel.x() < geometry.dataWidth() + 0.5
                && pixel.y() < geometry.height() + 0.5;
    }

    private static double magnitude(RandomStream random) {
        double atBrightest = StrictMath.pow(10, -SLOPE * (FAINTEST - BRIGHTEST));
        double share = atBrightest + random.uniform() * (1 - atBrightest);
        return FAINTEST + StrictMath.log10(share) / SLOPE;
    }

    private static List<CosmicRay> rays(Geometry geometry, PlannedFrame frame, RandomStream random) {
        double expected = RAYS_PER_MEGAPIXEL_SECOND * geometry.pixels() / 1048576 * (frame.exposure() + 1);
        int count = random.count(expected);
        List<CosmicRay> rays = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double length = 1 - 4 * StrictMath.log(1 - random.uniform());
            rays.add(new CosmicRay(
                    1 + random.uniform() * (geometry.dataWidth() - 1),
                    1 + random.uniform() * (geometry.height() - 1),
                    random.uniform(0, 180),
                    Math.min(40, length),
                    random.uniform(800, 2500) * Math.min(40, length)));
        }
        return rays;
    }
}
