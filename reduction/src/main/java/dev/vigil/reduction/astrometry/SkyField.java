package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.references.Epoch;
import java.util.Comparator;
import java.util.List;

/**
 * What a detector saw, and what is known of where it looked.
 *
 * @param width of the detector in pixels
 * @param shifts by which the headers of others were wrong, the most trusted first
 */
public record SkyField(
        List<Detection> detections, int width, int height, Pointing pointing, Epoch epoch, List<Shift> shifts) {
    public SkyField {
        detections = detections.stream()
                .sorted(Comparator.comparingDouble(Detection::light).reversed())
                .toList();
        shifts = List.copyOf(shifts);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A detector has pixels: " + width + " x " + height);
        }
    }

    PixelPosition centre() {
        return new PixelPosition((width + 1) / 2.0, (height + 1) / 2.0);
    }

    SkyPosition middle() {
        return pointing.coordinates().skyAt(centre());
    }

    /** By how much the header is wrong in the middle, if these coordinates are right. */
    public Shift shiftTo(WorldCoordinates found) {
        Points place = StarPlane.places(List.of(found.skyAt(centre())), middle());
        return new Shift("another", 3600 * place.x()[0], 3600 * place.y()[0]);
    }

    double arcsecondsPerPixel() {
        return pointing.coordinates().map().arcsecondsPerPixel();
    }

    /** Half the diagonal, in arc seconds. */
    double reach() {
        return Math.hypot(width, height) / 2 * arcsecondsPerPixel();
    }

    /** In square arc seconds. */
    double area() {
        return width * arcsecondsPerPixel() * height * arcsecondsPerPixel();
    }
}
