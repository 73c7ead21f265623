package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A master could not be built.
 *
 * @param master its id
 * @param unit the unit
 * @param kind its kind
 * @param set the calibration set
 * @param at when
 * @param task the task answered
 * @param category the class of the reason
 * @param reason what is wrong
 * @param remedy what a person can do about it
 * @param attempt the attempt
 * @param of attempts allowed
 * @param worker who tried
 */
public record MasterFailed(
        MasterId master,
        String unit,
        MasterKind kind,
        String set,
        Instant at,
        String task,
        FailureCategory category,
        String reason,
        String remedy,
        int attempt,
        int of,
        String worker)
        implements MasterEvent {
    public MasterFailed {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(worker, "worker");
    }

    /** Whether no attempt is left. */
    public boolean isFinal() {
        return attempt >= of;
    }
}
