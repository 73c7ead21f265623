package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a frame stands, as the progress topic says it.
 *
 * @param json the topic's own value
 */
public record Frame(JsonNode json) {
    public String id() {
        return text("frame");
    }

    public String unit() {
        return text("unit");
    }

    public String night() {
        return text("night");
    }

    /** What the frame is for, in small letters. */
    public String type() {
        return text("type");
    }

    /** Where it is counted: one of the words of {@link FrameStandings}. */
    public String standing() {
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
    public boolean isRefused() {
        return standing().equals("failed") && stage().equals("sighting");
    }

    private String text(String name) {
        return json.path(name).asText();
    }
}
