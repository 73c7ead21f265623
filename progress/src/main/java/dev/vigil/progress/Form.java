package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How a value lies in a store: JSON, so that a later version can read what an earlier one kept.
 *
 * @param write the value as a tree
 * @param read the tree as a value
 * @param <T> the type of the value
 */
record Form<T>(Function<T, ObjectNode> write, Function<JsonNode, T> read) {
    Serde<T> serde() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : Json.bytes(write.apply(value)),
                (topic, bytes) -> bytes == null ? null : read.apply(Json.read(bytes)));
    }
}
