package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The ledger holds the outcome of the last level that applies to the frame, or other software has taken it in.
 *
 * @param identity the frame
 * @param at when the ledger had it
 * @param level the level whose outcome it is
 * @param shownBy by what it is known that other software has it; empty where the ledger has
 */
public record FrameRecorded(FrameIdentity identity, Instant at, Level level, String shownBy) implements FrameEvent {
    public FrameRecorded {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(shownBy, "shownBy");
    }

    /** One that the ledger holds. */
    public FrameRecorded(FrameIdentity identity, Instant at, Level level) {
        this(identity, at, level, "");
    }
}
