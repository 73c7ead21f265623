package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.Offset;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a detector saw, without a word on where it looked.
 *
 * @param detections the brightest first
 * @param width of the detector in pixels
 * @param scale how many arc seconds a pixel covers, if that is known
 */
public record UnplacedField(List<Detection> detections, int width, int height, OptionalDouble scale, Epoch epoch) {
    private static final double SCALE_MAY_BE_OFF = 0.06;

    /** From the largest telescopes to lenses, in arc seconds. */
    private static final double SMALLEST_SCALE = 0.02;

    private static final double LARGEST_SCALE = 60;

    public UnplacedField {
        detections = detections.stream()
                .sorted(Comparator.comparingDouble(Detection::light).reversed())
                .toList();
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A detector has pixels: " + width + " x " + height);
        }
        if (scale.isPresent() && !(scale.getAsDouble() > 0)) {
            throw new IllegalArgumentException("A pixel covers a part of the sky: " + scale.getAsDouble());
        }
    }

    /** The same, looking there, as was found out; the camera's direction is then known too. */
    SkyField placed(WorldCoordinates found) {
        return new SkyField(this, new Pointing(found, true), List.of());
    }

    PixelPosition centre() {
        return new PixelPosition((width + 1) / 2.0, (height + 1) / 2.0);
    }

    Offset fromCentre(Detection detection) {
        return new Offset(
                detection.place().x() - centre().x(), detection.place().y() - centre().y());
    }

    /** Half the diagonal. */
    double reachPixels() {
        return Math.hypot(width, height) / 2;
    }

    double areaPixels() {
        return (double) width * height;
    }

    double smallestScale() {
        return scale.isPresent() ? scale.getAsDouble() * (1 - SCALE_MAY_BE_OFF) : SMALLEST_SCALE;
    }

    double largestScale() {
        return scale.isPresent() ? scale.getAsDouble() * (1 + SCALE_MAY_BE_OFF) : LARGEST_SCALE;
    }
}
