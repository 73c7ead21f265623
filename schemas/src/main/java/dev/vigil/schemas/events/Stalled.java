package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The file has been incomplete for too long.
 *
 * @param why what is missing
 * @param since when it was last seen to change
 */
public record Stalled(String why, Instant since) implements Judgement {
    public Stalled {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(since, "since");
    }
}
