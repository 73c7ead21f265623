package dev.vigil.scheduler.state;

import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.FrameWaiting;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody waits for a named thing.
 *
 * @param waiter the name of the task that waits
 * @param unit the unit
 * @param thing what it waits for, by a name that wakes it
 * @param sort how the thing stands, in a word: another word is worth saying
 * @param subject what the task is about
 * @param said what was said of it; empty for a master, which says it otherwise
 */
public record Wait(
        String waiter, String unit, String thing, String sort, Subject subject, Optional<FrameWaiting> said) {
    /** How a thing stands of which nothing was said yet. */
    public static final String UNSAID = "unsaid";

    /** How a thing stands of which it is time to say something. */
    public static final String DUE = "due";

    /** An answer of a worker. */
    public static final String ANSWER = "an answer";

    /** What those wait for that go after their night. */
    public static final String HOURS = "the hours";

    /** What those wait for that do not go at this time of the day. */
    public static final String OPENING = "the opening of the hours";

    /** The telescope's side. */
    public static final String SOURCE = "the source";

    /** A copy that other software makes. */
    public static final String COPY = "the copy";

    /** The other software itself. */
    public static final String INGEST = "the ingest";

    /** An archive that takes something. */
    public static final String ARCHIVE = "the archive";

    public Wait {
        Objects.requireNonNull(waiter, "waiter");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(said, "said");
    }

    /** The same who waits for another thing, or for another state of it. */
    public Wait as(String otherSort, String otherThing) {
        return new Wait(waiter, unit, otherThing, otherSort, subject, said);
    }

    /** Whether what was said of it is no longer what is waited for. */
    public boolean isUnsaid() {
        return sort.equals(UNSAID);
    }

    /** The name of a thing that workers look for; empty for what they do not. */
    public static Optional<String> thing(Awaited awaited) {
        return switch (awaited) {
            case SOURCE -> Optional.of(SOURCE);
            case COPY -> Optional.of(COPY);
            case INGEST -> Optional.of(INGEST);
            case MASTER, ANSWER, HOURS, OTHER, ARCHIVE -> Optional.empty();
        };
    }
}
