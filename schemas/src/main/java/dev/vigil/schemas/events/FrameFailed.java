package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something failed for a frame: for good when the attempt is the last of those allowed.
 *
 * @param identity the frame
 * @param at when
 * @param task the task answered; empty where there was none
 * @param stage where
 * @param category the class of the reason
 * @param reason what is wrong, naming the file
 * @param remedy what a person can do about it
 * @param of attempts allowed
 * @param worker who tried
 * @param obstacle what others would meet there, too, in words that are true of each of them; empty: it is a matter of this one
 */
public record FrameFailed(
        FrameIdentity identity,
        Instant at,
        String task,
        Stage stage,
        FailureCategory category,
        String reason,
        String remedy,
        int of,
        String worker,
        Optional<String> obstacle)
        implements FrameEvent {
    public FrameFailed {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /** One that is a matter of this one alone. */
    public FrameFailed(
            FrameIdentity identity,
            Instant at,
            String task,
            Stage stage,
            FailureCategory category,
            String reason,
            String remedy,
            int of,
            String worker) {
        this(identity, at, task, stage, category, reason, remedy, of, worker, Optional.empty());
    }

    /** Whether no attempt is left. */
    public boolean isFinal() {
        return identity.attempt() >= of;
    }
}
