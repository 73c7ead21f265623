package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The ledger holds the outcome of the last level that applies to the frame.
 *
 * @param identity the frame
 * @param at when the ledger had it
 * @param level the level whose outcome it is
 */
public record FrameRecorded(FrameIdentity identity, Instant at, Level level) implements FrameEvent {
    public FrameRecorded {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(level, "level");
    }
}
