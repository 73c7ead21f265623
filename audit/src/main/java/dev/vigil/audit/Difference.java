package dev.vigil.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

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

        /** Whether it shows by the telescope's disk alone. */
        public boolean isAtSource() {
            return this == LOST || this == UNANNOUNCED || this == CHANGED;
        }

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

    /** Of a line of JSON: what puts it right is known in words alone. */
    public static Difference read(String json) throws IOException {
        JsonNode line = JSON.readTree(json);
        String kind = line.path("kind").asText().toUpperCase(Locale.ROOT);
        if (Stream.of(Kind.values()).map(Kind::name).noneMatch(kind::equals) || !line.hasNonNull("name")) {
            throw new IOException("it has no kind and name that this version knows");
        }
        return new Difference(
                Kind.valueOf(kind),
                line.path("name").asText(),
                line.path("words").asText(),
                new Repair.ByHand(line.path("remedy").asText()));
    }

    @Override
    public String toString() {
        return name + ": " + words;
    }
}
