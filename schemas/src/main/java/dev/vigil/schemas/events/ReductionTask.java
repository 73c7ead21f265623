package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Work for a calibrator.
 *
 * @param task the task's id
 * @param unit the unit
 * @param attempt the attempt
 * @param of attempts allowed
 * @param lane the queue it came from
 * @param handedOut when
 * @param deadline when it will be handed out again
 * @param work what to do
 */
public record ReductionTask(
        String task, String unit, int attempt, int of, Lane lane, Instant handedOut, Instant deadline, Work work) {
    public ReductionTask {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(handedOut, "handedOut");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(work, "work");
    }
}
