package dev.vigil.reduction;

import java.util.Objects;
import java.util.Optional;

/**
 * What steps found on an image: numbers that describe the whole, the list of sources where one was made, and where on the
 * sky it lies.
 */
public record Findings(Measurement measurement, Optional<Catalogue> catalogue, Placement placement) {
    /** Nobody looked. */
    public static final Findings NONE = new Findings(Measurement.NONE, Optional.empty());

    public Findings {
        Objects.requireNonNull(measurement);
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(placement);
    }

    Findings(Measurement measurement, Optional<Catalogue> catalogue) {
        this(measurement, catalogue, new Placement.NotRun("the recipe does not ask for it"));
    }

    /** The same, placed on the sky; where that went wrong, the measurement is flagged. */
    Findings placed(Placement place) {
        return new Findings(measurement.flagged(SolveAstrometry.flags(place)), catalogue, place);
    }
}
