package dev.vigil.reduction;

import java.util.Objects;
import java.util.Optional;

/** What a step found on an image: numbers that describe the whole, and the list of sources where it made one. */
public record Findings(Measurement measurement, Optional<Catalogue> catalogue) {
    /** Nobody looked. */
    public static final Findings NONE = new Findings(Measurement.NONE, Optional.empty());

    public Findings {
        Objects.requireNonNull(measurement);
        Objects.requireNonNull(catalogue);
    }
}
