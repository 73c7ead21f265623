package dev.vigil.bench.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.reduction.coordinates.Distortion;
import dev.vigil.reduction.coordinates.LinearMap;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Which pixel of an exposure truly sees which place.
 *
 * @param straight the coordinates without the distortion
 * @param cornerPixels by how far the distortion moves a corner outwards, with the cube of the distance
 */
record SkyTruth(WorldCoordinates straight, double cornerPixels) {
    private static final int STEPS = 30;
    private static final int PLACES_A_SIDE = 40;

    static SkyTruth read(Path folder, int exposure) throws IOException {
        JsonNode facts = new ObjectMapper()
                .readTree(folder.resolve("sci_%02d.json".formatted(exposure)).toFile());
        JsonNode cd = facts.get("cd");
        return new SkyTruth(
                new WorldCoordinates(
                        new SkyPosition(
                                facts.get("crval").get(0).asDouble(),
                                facts.get("crval").get(1).asDouble()),
                        new PixelPosition(
                                facts.get("crpix").get(0).asDouble(),
                                facts.get("crpix").get(1).asDouble()),
                        new LinearMap(
                                cd.get(0).get(0).asDouble(),
                                cd.get(0).get(1).asDouble(),
                                cd.get(1).get(0).asDouble(),
                                cd.get(1).get(1).asDouble()),
                        new Distortion.None()),
                facts.get("distortion_corner_px").asDouble());
    }

    /** The root mean square of the distances, in arc seconds, over a grid of places from corner to corner. */
    double rmsOf(WorldCoordinates fitted) {
        double sum = 0;
        double last = 2 * straight.referencePixel().x() - 1;
        for (int i = 0; i < PLACES_A_SIDE * PLACES_A_SIDE; i++) {
            PixelPosition pixel = new PixelPosition(
                    1 + (last - 1) * (i % PLACES_A_SIDE) / (PLACES_A_SIDE - 1),
                    1 + (last - 1) * (i / PLACES_A_SIDE) / (PLACES_A_SIDE - 1));
            double distance = fitted.skyAt(pixel).arcsecondsFrom(skyAt(pixel));
            sum += distance * distance;
        }
        return Math.sqrt(sum / (PLACES_A_SIDE * PLACES_A_SIDE));
    }

    SkyPosition skyAt(PixelPosition pixel) {
        double centre = straight.referencePixel().x();
        double x = pixel.x() - centre;
        double y = pixel.y() - centre;
        double half = centre - 0.5;
        double factor = 1;
        for (int i = 0; i < STEPS; i++) {
            double square = (x * x + y * y) / (factor * factor) / (2 * half * half);
            factor = 1 + cornerPixels / (Math.sqrt(2) * half) * square;
        }
        return straight.skyAt(new PixelPosition(centre + x / factor, centre + y / factor));
    }
}
