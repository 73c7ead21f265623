package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one detector of a frame.
 *
 * @param name the detector
 * @param good whether it was reduced
 * @param reason why not
 */
public record DetectorOutcome(String name, boolean good, Optional<String> reason) {
    public DetectorOutcome {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
