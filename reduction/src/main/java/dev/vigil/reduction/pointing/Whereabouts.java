package dev.vigil.reduction.pointing;

import dev.vigil.reduction.astrometry.Shift;
import dev.vigil.reduction.ephemeris.Observatory;
import dev.vigil.reduction.references.Epoch;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where and when the camera looked, as far as is known beside the pixels.
 *
 * @param middle of the exposure
 * @param site where the header puts the telescope
 * @param airmass as the header tells it
 * @param shifts by which the headers of detectors beside this one and of frames near in time were wrong, the most trusted first
 */
public record Whereabouts(
        HeaderPointing pointing,
        Optional<Instant> middle,
        Optional<Observatory> site,
        OptionalDouble airmass,
        List<Shift> shifts) {
    /** Nobody said. */
    public static final Whereabouts UNKNOWN = new Whereabouts(
            HeaderPointing.Refused.because("nobody said where the telescope looked"),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            List.of());

    public Whereabouts {
        Objects.requireNonNull(pointing);
        Objects.requireNonNull(middle);
        Objects.requireNonNull(site);
        Objects.requireNonNull(airmass);
        shifts = List.copyOf(shifts);
    }

    /** Stars are taken where they were in the middle of the exposure. */
    public Optional<Epoch> epoch() {
        return middle.map(Epoch::of);
    }
}
