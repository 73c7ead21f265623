package dev.vigil.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
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
    private static final ObjectMapper JSON = new ObjectMapper();

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
        STRAY;

        /** The word that people read. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Difference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(repair, "repair");
    }

    /** As one line of JSON. */
    public String json(Instant at) {
        ObjectNode line = JSON.createObjectNode();
        return line.put("kind", kind.word())
                .put("name", name)
                .put("words", words)
                .put("remedy", repair.words())
                .put("at", at.toString())
                .toString();
    }

    @Override
    public String toString() {
        return name + ": " + words;
    }
}
