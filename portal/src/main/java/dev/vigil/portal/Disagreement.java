package dev.vigil.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;

/**
 * Something on which disk, topics, ledger and archive do not agree, as {@code audit.differences} tells it.
 *
 * @param kind the kind, in a word
 * @param name the frame, master or file
 * @param words what is different
 * @param remedy what a person can do about it
 */
record Disagreement(String kind, String name, String words, String remedy) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Disagreement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(remedy, "remedy");
    }

    static Disagreement read(String text) throws IOException {
        JsonNode json = MAPPER.readTree(text);
        if (!json.hasNonNull("kind") || !json.hasNonNull("name")) {
            throw new IOException("a difference has a kind and a name, and this has not: " + text);
        }
        return new Disagreement(
                json.path("kind").asText(),
                json.path("name").asText(),
                json.path("words").asText(""),
                json.path("remedy").asText(""));
    }
}
