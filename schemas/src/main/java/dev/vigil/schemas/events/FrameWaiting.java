package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A frame waits for a named thing, or has stopped waiting.
 *
 * @param identity the frame
 * @param at when this was said
 * @param stage what it waits to do
 * @param awaited the kind of thing
 * @param what the thing's name
 * @param state how the thing stands
 * @param since since when the frame waits
 * @param turn counts the waits of this revision, from 1
 * @param over whether this wait has ended
 */
public record FrameWaiting(
        FrameIdentity identity,
        Instant at,
        Stage stage,
        Awaited awaited,
        String what,
        String state,
        Instant since,
        int turn,
        boolean over)
        implements FrameEvent {
    public FrameWaiting {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(awaited, "awaited");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
    }

    /** What a person can do about it. */
    public String remedy() {
        return awaited.remedy(stage);
    }
}
