package dev.vigil.reduction;

import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.references.Epoch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and when the camera looked, as far as is known beside the pixels.
 *
 * @param shifts by which the headers of frames before or of detectors beside this one were wrong, the most trusted first
 */
public record Whereabouts(HeaderPointing pointing, Optional<Epoch> epoch, List<Shift> shifts) {
    /** Nobody said. */
    public static final Whereabouts UNKNOWN = new Whereabouts(
            new HeaderPointing.Refused("nobody said where the telescope looked"), Optional.empty(), List.of());

    public Whereabouts {
        Objects.requireNonNull(pointing);
        Objects.requireNonNull(epoch);
        shifts = List.copyOf(shifts);
    }
}
