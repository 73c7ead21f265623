package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The progress of a night, as the progress topic says it.
 *
 * @param json the topic's own value
 */
public record Night(JsonNode json) {
    public String unit() {
        return json.path("unit").asText();
    }

    public String night() {
        return json.path("night").asText();
    }

    /** One of the counts, by its name in the JSON. */
    public long count(String name) {
        return json.path(name).asLong();
    }

    /** The numbers that are missing, each with its series: {@code #120-125}. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        json.path("gaps").forEach(gap -> gaps.add(gap.asText()));
        return gaps;
    }

    public boolean complete() {
        return json.path("complete").asBoolean();
    }

    /** Frames whose fate is settled: recorded, failed or excluded. */
    public long settled() {
        return count("recorded") + count("failed") + count("excluded");
    }
}
