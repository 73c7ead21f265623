package dev.vigil.schemas.events;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A master chosen for a task.
 *
 * @param master the master
 * @param kind its kind
 * @param file where it is
 * @param exposureTime of a dark
 * @param age seconds between the frame and the master
 */
public record ChosenMaster(
        MasterId master, MasterKind kind, StoredFile file, Optional<Duration> exposureTime, Duration age) {
    public ChosenMaster {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(exposureTime, "exposureTime");
        Objects.requireNonNull(age, "age");
    }
}
