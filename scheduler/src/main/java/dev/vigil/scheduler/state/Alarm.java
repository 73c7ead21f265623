package dev.vigil.scheduler.state;

import java.time.Instant;
import java.util.Objects;

/**
 * Something to look at when a time has come. What it finds then decides; an alarm that is no longer needed does nothing.
 *
 * @param at the time
 * @param purpose what to look at
 * @param subject the set, task, unit or frame
 */
public record Alarm(Instant at, Purpose purpose, String subject) {
    /** What an alarm is for. */
    public enum Purpose {
        CLOSE_SET,
        TRY_AGAIN,
        RELEASE_UNIT,
        GIVE_UP,
        FORGET_FRAME,
        LINE_OPENS,
        NIGHT_OVER,
        SAY_WAITS
    }

    public Alarm {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(subject, "subject");
    }
}
