package dev.vigil.scheduler.state;

import dev.vigil.schemas.events.Lane;
import java.time.Instant;
import java.util.Objects;

/**
 * A task that is out.
 *
 * @param task its name
 * @param revision the frame's revision, or the master's version
 * @param attempt the attempt
 * @param lane the lane whose place it takes
 * @param at when it was handed out
 * @param deadline when it is handed out again
 * @param alone whether nothing else may go out meanwhile
 */
public record Handed(String task, int revision, int attempt, Lane lane, Instant at, Instant deadline, boolean alone) {
    public Handed {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(deadline, "deadline");
    }
}
