package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.CatalogueFacts;
import dev.vigil.reduction.references.CatalogueStar;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.ReferenceFileWriter;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** A few degrees of a made sky as a catalogue's file, and what cameras see of any catalogue. */
public final class SkyPatch {
    static final SkyPosition MIDDLE = new SkyPosition(150, -30);
    static final int SIDE = 2048;
    private static final double REACH = 4;
    private static final int STARS = 4000;
    private static final String SOURCE = "ab".repeat(32);
    private static final Epoch EPOCH = Epoch.J2000;

    private SkyPatch() {}

    static ReferenceFile write(Path file) throws IOException {
        Random random = new Random(7);
        try (ReferenceFileWriter writer = ReferenceFileWriter.create(file)) {
            for (int i = 0; i < STARS; i++) {
                double angle = 2 * Math.PI * random.nextDouble();
                double away = REACH * Math.sqrt(random.nextDouble());
                SkyPosition place = MIDDLE.skyAt(new Offset(away * Math.cos(angle), away * Math.sin(angle)));
                writer.add(CatalogueStar.of(place, 12 + Math.log10(random.nextDouble()) / 0.35));
            }
            writer.finish(
                    new CatalogueFacts("patch", new ReferenceBand("V", "Vega", Optional.empty()), EPOCH, SOURCE, ""));
        }
        return ReferenceFile.open(file);
    }

    /** A camera that looks somewhere, turned anyhow. */
    public static WorldCoordinates camera(SkyPosition place, double arcseconds, double turn, boolean mirrored) {
        double angle = Math.toRadians(turn);
        double degrees = arcseconds / 3600;
        double parity = mirrored ? 1 : -1;
        PixelPosition centre = new PixelPosition((SIDE + 1) / 2.0, (SIDE + 1) / 2.0);
        return new WorldCoordinates(
                place,
                centre,
                new LinearMap(
                        parity * degrees * Math.cos(angle),
                        -degrees * Math.sin(angle),
                        parity * degrees * Math.sin(angle),
                        degrees * Math.cos(angle)),
                new Distortion.None());
    }

    /** What it sees of a catalogue: one star of eight not, some things that are no stars, and faint ones that the catalogue does not know. */
    static List<Detection> seen(References catalogue, WorldCoordinates camera, Epoch epoch, Random random) {
        double radius = 0.75 * SIDE * camera.map().arcsecondsPerPixel() / 3600;
        List<Detection> detections = new ArrayList<>();
        double faintest = 0;
        for (ReferenceStar star : catalogue.around(camera.reference(), radius, epoch, 5000)) {
            Optional<PixelPosition> pixel = camera.pixelAt(star.position()).filter(SkyPatch::isInside);
            faintest = Math.max(faintest, star.magnitude());
            if (pixel.isPresent() && random.nextInt(8) > 0) {
                detections.add(detection(
                        pixel.get().x() + 0.1 * random.nextGaussian(),
                        pixel.get().y() + 0.1 * random.nextGaussian(),
                        star.magnitude() + 0.2 * random.nextGaussian()));
            }
        }
        int known = detections.size();
        for (int i = 0; i < 3 * known; i++) {
            double magnitude = i < known / 10 ? faintest - 2 * random.nextDouble() : faintest + 2 * random.nextDouble();
            detections.add(detection(1 + SIDE * random.nextDouble(), 1 + SIDE * random.nextDouble(), magnitude));
        }
        return detections;
    }

    /** Things that nobody knows. */
    static List<Detection> strangers(int many, Random random) {
        List<Detection> detections = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            detections.add(detection(
                    1 + SIDE * random.nextDouble(), 1 + SIDE * random.nextDouble(), 8 + 6 * random.nextDouble()));
        }
        return detections;
    }

    private static Detection detection(double x, double y, double magnitude) {
        return new Detection(new PixelPosition(x, y), 0.1, Math.pow(10, -0.4 * magnitude), true);
    }

    private static boolean isInside(PixelPosition pixel) {
        return pixel.x() >= 1 && pixel.x() <= SIDE && pixel.y() >= 1 && pixel.y() <= SIDE;
    }

    static UnplacedField unplaced(List<Detection> detections, OptionalDouble scale) {
        return new UnplacedField(detections, SIDE, SIDE, scale, EPOCH);
    }
}
