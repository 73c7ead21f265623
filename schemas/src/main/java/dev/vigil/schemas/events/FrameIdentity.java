package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Places any frame event without having seen the others.
 *
 * @param frame the frame: unit and path, fixed when the file was first sighted
 * @param revision 1 for the first content of this frame, more for later ones
 * @param unit the telescope with its camera
 * @param night the night it belongs to, when known
 * @param nightSource where the night was read from
 * @param exposure the exposure that the frame is part of
 * @param type what the frame is for
 * @param lastLevel the last level that applies to the frame: its outcome makes the frame recorded
 * @param attempt the attempt of the task that this event answers; 0 where there was no task
 */
public record FrameIdentity(
        FrameId frame,
        int revision,
        String unit,
        Optional<LocalDate> night,
        NightSource nightSource,
        String exposure,
        FrameType type,
        Level lastLevel,
        int attempt) {
    /** A person's word begins a new round of attempts, and is the number 0 of it. */
    public static final int ATTEMPTS_OF_A_ROUND = 100;

    public FrameIdentity {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(nightSource, "nightSource");
        Objects.requireNonNull(exposure, "exposure");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(lastLevel, "lastLevel");
        if (revision < 1 || attempt < 0) {
            throw new IllegalArgumentException(
                    "revision " + revision + ", attempt " + attempt + " of " + frame.value());
        }
    }

    /** How often it was tried since a person last had the word; 0 where nothing was tried. */
    public static int attemptOfItsRound(int attempt) {
        return attempt % ATTEMPTS_OF_A_ROUND;
    }

    /** The same frame in another revision. */
    public FrameIdentity withRevision(int number) {
        return new FrameIdentity(frame, number, unit, night, nightSource, exposure, type, lastLevel, attempt);
    }

    /** The same frame as the answer to another attempt. */
    public FrameIdentity withAttempt(int number) {
        return new FrameIdentity(frame, revision, unit, night, nightSource, exposure, type, lastLevel, number);
    }
}
