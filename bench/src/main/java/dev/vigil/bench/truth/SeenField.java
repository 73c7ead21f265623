package dev.vigil.bench.truth;

import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.astrometry.UnplacedField;
import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * What a camera that looks anywhere sees of a catalogue's stars: an eighth of them not, the places of the others off by 0.2
 * pixels and their brightness by 0.2 mag, with some things as bright that are no stars, and three times as many faint ones that the
 * catalogue does not know.
 *
 * @param truth which pixel sees which place
 */
record SeenField(WorldCoordinates truth, List<Detection> detections) {
    static final int SIDE = 4096;

    private static final int MOST = 3000;
    private static final int FEWEST = 50;
    private static final double FAINT = 12;

    /** Of a field with sides of so many degrees. */
    static SeenField of(References catalogue, double degrees, Epoch epoch, Random random) {
        SkyPosition place =
                new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(2 * random.nextDouble() - 1)));
        WorldCoordinates truth = camera(place, degrees / SIDE, 2 * Math.PI * random.nextDouble(), random.nextBoolean());
        List<Detection> seen = new ArrayList<>();
        double faintest = FAINT;
        for (ReferenceStar star : catalogue.around(place, 0.75 * degrees, epoch, MOST)) {
            Optional<PixelPosition> pixel = truth.pixelAt(star.position()).filter(SeenField::isInside);
            faintest = star.magnitude();
            if (pixel.isPresent() && random.nextInt(8) > 0) {
                seen.add(detection(
                        pixel.get().x() + 0.2 * random.nextGaussian(),
                        pixel.get().y() + 0.2 * random.nextGaussian(),
                        star.magnitude() + 0.2 * random.nextGaussian()));
            }
        }
        int bright = seen.size() / 10;
        int others = Math.max(FEWEST, 3 * seen.size());
        for (int i = 0; i < others; i++) {
            seen.add(stranger(i < bright ? faintest - 2 : faintest, random));
        }
        return new SeenField(truth, seen);
    }

    /** Points that are nowhere on the sky. */
    static List<Detection> strangers(int many, Random random) {
        List<Detection> strangers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            strangers.add(stranger(FAINT, random));
        }
        return strangers;
    }

    static UnplacedField unplaced(List<Detection> detections, OptionalDouble scale, Epoch epoch) {
        return new UnplacedField(detections, SIDE, SIDE, scale, epoch);
    }

    /** How far the fit is from the truth in a corner, in pixels. */
    double pixelsOff(WorldCoordinates found) {
        PixelPosition corner = new PixelPosition(1, 1);
        return found.skyAt(corner).arcsecondsFrom(truth.skyAt(corner))
                / truth.map().arcsecondsPerPixel();
    }

    private static Detection stranger(double brightest, Random random) {
        return detection(
                1 + (SIDE - 1) * random.nextDouble(),
                1 + (SIDE - 1) * random.nextDouble(),
                brightest + 2 * random.nextDouble());
    }

    private static Detection detection(double x, double y, double magnitude) {
        return new Detection(new PixelPosition(x, y), 0.2, Math.pow(10, -0.4 * magnitude), true);
    }

    private static boolean isInside(PixelPosition pixel) {
        return pixel.x() >= 1 && pixel.x() <= SIDE && pixel.y() >= 1 && pixel.y() <= SIDE;
    }

    private static WorldCoordinates camera(SkyPosition place, double degrees, double turn, boolean mirrored) {
        double parity = mirrored ? 1 : -1;
        PixelPosition centre = new PixelPosition((SIDE + 1) / 2.0, (SIDE + 1) / 2.0);
        LinearMap map = new LinearMap(
                parity * degrees * Math.cos(turn),
                -degrees * Math.sin(turn),
                parity * degrees * Math.sin(turn),
                degrees * Math.cos(turn));
        return new WorldCoordinates(place, centre, map, new Distortion.None());
    }
}
