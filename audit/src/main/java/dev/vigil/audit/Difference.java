package dev.vigil.audit;

import java.util.Objects;

/**
 * One thing on which the sides do not agree.
 *
 * @param kind what kind of thing
 * @param name the frame, master or file
 * @param words what is different, in one line
 * @param repair what puts it right
 */
public record Difference(Kind kind, String name, String words, Repair repair) {
    /** The kinds, the worst first. */
    public enum Kind {
        /** The bytes are nowhere. */
        LOST,
        /** The archive's copy is not what was archived. */
        DAMAGED,
        /** The archive lacks a file that it should hold. */
        MISSING,
        /** The telescope's disk holds what was never announced. */
        UNANNOUNCED,
        /** The telescope's disk holds other bytes than were announced. */
        CHANGED,
        /** The ledger lacks what the topics say. */
        UNRECORDED,
        /** The topics do not say what the ledger holds. */
        UNSAID,
        /** The archive holds what nobody speaks of. */
        STRAY
    }

    public Difference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(repair, "repair");
    }

    @Override
    public String toString() {
        return name + ": " + words;
    }
}
