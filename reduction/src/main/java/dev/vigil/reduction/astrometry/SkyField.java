package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a detector saw, and what is known of where it looked.
 *
 * @param shifts by which the headers of others were wrong, the most trusted first
 */
public record SkyField(UnplacedField seen, Pointing pointing, List<Shift> shifts) {
    /** In arc seconds: what is further away is another place, and no error of the pointing. */
    private static final double FURTHEST_SHIFT = 20 * 3600;

    public SkyField {
        Objects.requireNonNull(seen);
        Objects.requireNonNull(pointing);
        shifts = List.copyOf(shifts);
    }

    public SkyField(
            List<Detection> detections, int width, int height, Pointing pointing, Epoch epoch, List<Shift> shifts) {
        this(
                new UnplacedField(
                        detections,
                        width,
                        height,
                        OptionalDouble.of(pointing.coordinates().map().arcsecondsPerPixel()),
                        epoch),
                pointing,
                shifts);
    }

    public List<Detection> detections() {
        return seen.detections();
    }

    public int width() {
        return seen.width();
    }

    public int height() {
        return seen.height();
    }

    Epoch epoch() {
        return seen.epoch();
    }

    PixelPosition centre() {
        return seen.centre();
    }

    SkyPosition middle() {
        return pointing.coordinates().skyAt(centre());
    }

    /** By how much the header is wrong in the middle, if these coordinates are right; empty if it is about another place. */
    public Optional<Shift> shiftTo(WorldCoordinates found) {
        SkyPosition there = found.skyAt(centre());
        if (there.arcsecondsFrom(middle()) > FURTHEST_SHIFT) {
            return Optional.empty();
        }
        Points place = StarPlane.places(List.of(there), middle());
        return Optional.of(Shift.ofDetector("another", 3600 * place.x()[0], 3600 * place.y()[0]));
    }

    double arcsecondsPerPixel() {
        return pointing.coordinates().map().arcsecondsPerPixel();
    }

    /** Half the diagonal, in arc seconds. */
    double reach() {
        return seen.reachPixels() * arcsecondsPerPixel();
    }

    /** In square arc seconds. */
    double area() {
        return seen.areaPixels() * arcsecondsPerPixel() * arcsecondsPerPixel();
    }
}
