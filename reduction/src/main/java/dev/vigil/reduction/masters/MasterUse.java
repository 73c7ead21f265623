package dev.vigil.reduction.masters;

import java.time.Duration;
import java.util.Objects;

/** Which master a frame was reduced with, and how long before or after it was made. */
public record MasterUse(MasterKind kind, String id, Duration age) {
    public MasterUse {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(age);
    }

    public double ageInDays() {
        return age.toSeconds() / 86_400.0;
    }
}
