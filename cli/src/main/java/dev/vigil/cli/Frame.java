package dev.vigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * Where a frame stands, as the progress topic says it.
 *
 * @param json the topic's own value
 */
record Frame(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a value of the topic. */
    static Frame of(byte[] value) {
        try {
            return new Frame(JSON.readTree(new String(value, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("progress.frames holds what is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    String id() {
        return text("frame");
    }

    String unit() {
        return text("unit");
    }

    String night() {
        return text("night");
    }

    String type() {
        return text("type");
    }

    /** Where it is counted: one of the words of {@link FrameStandings}. */
    String standing() {
        return text("standing");
    }

    String stage() {
        return text("stage");
    }

    String reason() {
        return text("reason");
    }

    String remedy() {
        return text("remedy");
    }

    String since() {
        return text("since");
    }

    /** Whether the producer would not take it, so that only its file or the profile can put it right. */
    boolean isRefused() {
        return standing().equals("failed") && stage().equals("sighting");
    }

    private String text(String name) {
        return json.path(name).asText();
    }
}
