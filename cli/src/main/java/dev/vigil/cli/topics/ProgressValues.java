package dev.vigil.cli.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.schemas.topics.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of a topic of progress, where anybody may write something else.
 *
 * @param topic the topic
 * @param names what each value names
 */
public record ProgressValues(Topic<String> topic, List<String> names) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ProgressValues {
        names = List.copyOf(names);
    }

    /** A value; one that is no progress is refused in words. */
    public JsonNode read(String key, byte[] value) {
        return object(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " on " + topic.name() + ": it is no JSON object with " + String.join(", ", names)));
    }

    private Optional<JsonNode> object(byte[] value) {
        try {
            return Optional.of(JSON.readTree(value))
                    .filter(json ->
                            names.stream().allMatch(name -> json.path(name).isTextual()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
