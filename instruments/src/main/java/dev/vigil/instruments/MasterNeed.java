package dev.vigil.instruments;

import java.time.Duration;
import java.util.Objects;

/** How much a frame needs one kind of master, and how far in time that master may be from it. */
public record MasterNeed(MasterKind kind, Need need, Duration maximumAge) {
    public MasterNeed {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(need, "need");
        if (maximumAge.isNegative() || maximumAge.isZero()) {
            throw new IllegalArgumentException("the maximum age of a " + kind.word() + " must be positive");
        }
    }
}
