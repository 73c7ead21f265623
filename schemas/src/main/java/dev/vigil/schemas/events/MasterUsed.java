package dev.vigil.schemas.events;

import java.time.Duration;
import java.util.Objects;

/**
 * A master that a reduction used.
 *
 * @param master the master
 * @param kind its kind
 * @param age seconds between the frame and the master
 */
public record MasterUsed(MasterId master, MasterKind kind, Duration age) {
    public MasterUsed {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(age, "age");
    }
}
