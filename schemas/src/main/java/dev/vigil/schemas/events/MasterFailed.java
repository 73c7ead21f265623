package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
 * @param obstacle what others would meet there, too, in words that are true of each of them; empty: it is a matter of this one
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
        String worker,
        Optional<String> obstacle)
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
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /** One that is a matter of this one alone. */
    public MasterFailed(
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
            String worker) {
        this(master, unit, kind, set, at, task, category, reason, remedy, attempt, of, worker, Optional.empty());
    }

    /** Whether no attempt is left. */
    public boolean isFinal() {
        return attempt >= of;
    }
}
