package dev.vigil.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What a detector looks at and through when the shutter is open at night.
 *
 * @param seeing full width at half maximum, pixels
 * @param trail by how many pixels the sky moves along the rows meanwhile
 * @param sky electrons per pixel in the whole exposure
 * @param zeroPoint the magnitude of one electron per second through this air
 */
record Scene(
        TangentPlane plane,
        double airmass,
        double seeing,
        double trail,
        double sky,
        double zeroPoint,
        List<Star> stars,
        List<CosmicRay> cosmicRays) {
    /** Magnitudes per airmass. */
    static final double EXTINCTION = 0.1;
    /** Degrees, either way. */
    static final double DITHER = 20.0 / 3600;

    private static final double SKY_BRIGHTNESS = 20.5;
    private static final double RAYS_PER_MEGAPIXEL_SECOND = 0.5;
    /** From one detector to the next, as a share of their width. */
    private static final double DETECTOR_PITCH = 1.05;

    Scene {
        stars = List.copyOf(stars);
        cosmicRays = List.copyOf(cosmicRays);
    }

    static Scene of(NightPlan plan, PlannedFrame frame, int detector) {
        RandomStream random = RandomStream.of(plan.seed(), "scene " + exposureKey(plan, frame));
        Geometry geometry = geometryOf(plan, detector);
        TangentPlane centre = fieldCentre(plan, frame.field(), geometry);
        TangentPlane plane = dithered(centre, random);
        double airmass = plan.instrument().site().airmass(frame.start(), plane.ra(), plane.dec());
        double lost = -2.5 * StrictMath.log10(frame.flaw().map(Flaw::starlight).orElse(1.0));
        Optics optics = plan.fields().optics();
        double zeroPoint = optics.zeroPoint() - EXTINCTION * (airmass - 1) - lost;
        double seeing = random.uniform(optics.sharpest(), optics.widest())
                / optics.scale()
                * StrictMath.pow(airmass, 0.6)
                * frame.flaw().map(Flaw::width).orElse(1.0);
        double trail = seeing * frame.flaw().map(Flaw::trail).orElse(0.0);
        double sky = skyRate(optics)
                * random.uniform(0.9, 1.2)
                * frame.exposure()
                * frame.flaw().map(Flaw::skylight).orElse(1.0);
        double beside = beside(detector, geometry);
        List<Star> stars = new Stars(plan, frame, detector, geometry)
                .seen(centre.movedTo(beside), plane.seenFrom(beside), zeroPoint);
        boolean first = detector == 1 && frame.part() == 1;
        List<CosmicRay> rays = first ? rays(geometry, frame, random) : raysOf(plan, frame, detector);
        return new Scene(plane.seenFrom(beside), airmass, seeing, trail, sky, zeroPoint, stars, rays);
    }

    /** The stars around where a frame's detector looks, those that it just misses too. */
    static List<Stars.Placed> stars(NightPlan plan, PlannedFrame frame, int detector) {
        Geometry geometry = geometryOf(plan, detector);
        double beside = beside(detector, geometry);
        TangentPlane centre = fieldCentre(plan, frame.field(), geometry);
        return new Stars(plan, frame, detector, geometry).all(centre.movedTo(beside));
    }

    /** By how many pixels a detector lies to the right of the first. */
    static double beside(NightPlan plan, int detector) {
        return beside(detector, geometryOf(plan, detector));
    }

    private static double beside(int detector, Geometry geometry) {
        return (detector - 1) * DETECTOR_PITCH * geometry.dataWidth();
    }

    /** What a detector sees behind a closed shutter or a lamp. */
    static Scene dark(List<CosmicRay> rays) {
        return new Scene(new TangentPlane(0, 0, 0, 0), 0, 0, 0, 0, 0, List.of(), rays);
    }

    /** A frame's cosmic rays also fall when the shutter is closed. */
    static List<CosmicRay> raysOf(NightPlan plan, PlannedFrame frame, int detector) {
        RandomStream random = RandomStream.of(plan.seed(), "rays " + Keys.of(frame.key(), detector));
        return rays(geometryOf(plan, detector), frame, random);
    }

    /** All files of an exposure see it through the same air. */
    private static String exposureKey(NightPlan plan, PlannedFrame frame) {
        boolean alone = plan.instrument().parts(plan, frame.kind()) == 1;
        return alone ? frame.key() : plan.unit() + " " + plan.night() + " " + frame.number() + " " + frame.start();
    }

    private static Geometry geometryOf(NightPlan plan, int detector) {
        return Geometry.of(plan.instrument().layout(plan, detector));
    }

    /** Where the telescope looks. */
    Pointing pointing() {
        return new Pointing(plane.ra(), plane.dec(), airmass, plane.centreX(), plane.centreY());
    }

    private static TangentPlane fieldCentre(NightPlan plan, int field, Geometry geometry) {
        TangentPlane.Place place = plan.fields().centre(plan, field);
        return new TangentPlane(
                place.ra(),
                place.dec(),
                (geometry.dataWidth() + 1) / 2.0,
                (geometry.height() + 1) / 2.0,
                plan.fields().optics());
    }

    private static TangentPlane dithered(TangentPlane centre, RandomStream random) {
        TangentPlane.Place place = centre.placeOf(random.uniform(-DITHER, DITHER), random.uniform(-DITHER, DITHER));
        return new TangentPlane(place.ra(), place.dec(), centre.centreX(), centre.centreY(), centre.optics());
    }

    /** Electrons per second and pixel. */
    private static double skyRate(Optics optics) {
        double area = optics.scale() * optics.scale();
        return StrictMath.pow(10, -0.4 * (SKY_BRIGHTNESS - optics.zeroPoint())) * area;
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
