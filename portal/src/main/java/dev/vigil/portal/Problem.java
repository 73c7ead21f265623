package dev.vigil.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A frame that has failed, is stalled, or waits, as {@code progress.frames} tells it.
 *
 * @param frame the frame's id
 * @param night where it belongs
 * @param standing failed, stalled or waiting
 * @param stage the part of the way
 * @param reason why
 * @param remedy what a person can do about it; may be empty
 * @param since since when
 */
record Problem(
        String frame, NightKey night, String standing, String stage, String reason, String remedy, String since) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> PROBLEMS = Set.of("failed", "stalled", "waiting");

    Problem {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(since, "since");
    }

    /** The problem of a value of {@code progress.frames}, if the frame has one. */
    static Optional<Problem> read(String text) throws IOException {
        JsonNode json = MAPPER.readTree(text);
        Optional<NightKey> night = NightKey.parse(text(json, "unit") + "/" + text(json, "night"));
        if (night.isEmpty()) {
            throw new IOException("a frame names its unit and night, and this does not: " + text);
        }
        return night.filter(key -> PROBLEMS.contains(text(json, "standing"))).map(key -> of(key, json));
    }

    private static Problem of(NightKey night, JsonNode json) {
        return new Problem(
                text(json, "frame"),
                night,
                text(json, "standing"),
                text(json, "stage"),
                text(json, "reason"),
                text(json, "remedy"),
                text(json, "since"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
