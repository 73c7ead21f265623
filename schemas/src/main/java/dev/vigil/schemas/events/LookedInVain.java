package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A worker looked for something that a frame waits for, and all was as it had been said before.
 *
 * @param identity the frame; its attempt is the task's
 * @param at when
 * @param task the task answered
 * @param stage what it looked for
 */
public record LookedInVain(FrameIdentity identity, Instant at, String task, Stage stage) {
    public LookedInVain {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(stage, "stage");
    }
}
