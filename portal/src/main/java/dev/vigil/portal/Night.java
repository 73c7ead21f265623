package dev.vigil.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The value of a night on {@code progress.nights}.
 *
 * @param key which night
 * @param text the value as it was read
 * @param json the same, as a tree
 */
record Night(NightKey key, String text, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Night {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(json, "json");
    }

    static Night read(NightKey key, String text) throws IOException {
        JsonNode json = MAPPER.readTree(text);
        if (!json.isObject()) {
            throw new IOException("a night is an object, not " + text);
        }
        return new Night(key, text, json);
    }

    int count(String name) {
        return json.path(name).asInt();
    }

    int count(String type, String name) {
        return json.path("byType").path(type).path(name).asInt();
    }

    List<String> types() {
        List<String> types = new ArrayList<>();
        json.path("byType").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The numbers that are missing, each with its series. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        json.path("gaps").forEach(gap -> gaps.add(gap.asText()));
        return gaps;
    }

    boolean isComplete() {
        return json.path("complete").asBoolean();
    }

    boolean isOnTheWay() {
        return count("onTheWay") > 0;
    }

    Optional<Instant> time(String name) {
        return Optional.ofNullable(json.path(name).textValue()).map(Instant::parse);
    }

    /** Seconds that a share of the frames took for a part of their way. */
    Optional<Double> latency(String leg, String quantile) {
        return Optional.of(json.at("/latencySeconds/" + leg + "/" + quantile))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asDouble);
    }
}
