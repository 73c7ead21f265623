package dev.vigil.common.queues;

/** What holds a queue. Other people's scripts rely on the words. */
public enum Held {
    /** The next goes at once. */
    NOTHING,
    /** As many are out as may be. */
    LIMIT,
    /** The bytes that went are not paid for. */
    RATE,
    /** The exposures that began are not paid for. */
    EXPOSURES,
    /** The bundle that is out has not come. */
    BUNDLE,
    /** Something is tried alone, or is to be. */
    ALONE,
    /** The unit's hours are over. */
    HOURS,
    /** A night is not over. */
    NIGHT,
    /** The archive takes nothing. */
    REST,
    /** The telescope's side could not be reached. */
    SOURCE,
    /** A word of a later version. */
    OTHER;

    static Held named(String word) {
        for (Held held : values()) {
            if (held.name().equals(word)) {
                return held;
            }
        }
        return OTHER;
    }

    /** Whether each frame that stands there says so itself, and is shown as waiting. */
    boolean isToldByFrames() {
        return this == HOURS || this == NIGHT || this == REST;
    }

    /** Whether a setting holds the line back however free it is. */
    boolean isOfPace() {
        return this == RATE || this == EXPOSURES;
    }
}
