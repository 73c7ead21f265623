package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a frame's waits when a task is handed out, so that whoever does it repeats nobody.
 *
 * @param turns waits of this revision so far
 * @param since since when it has waited for what this task looks for; empty while it does not
 * @param state what was said last of how that stands; empty while it does not wait
 */
public record WaitSoFar(int turns, Optional<Instant> since, String state) {
    /** It has not waited. */
    public static final WaitSoFar NONE = new WaitSoFar(0, Optional.empty(), "");

    public WaitSoFar {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(state, "state");
    }
}
