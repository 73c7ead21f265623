package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

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
        String worker)
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
    }

    /** Whether no attempt is left. */
    public boolean isFinal() {
        return identity.attempt() >= of;
    }
}
