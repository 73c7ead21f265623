package dev.vigil.common.kafka;

import dev.vigil.schemas.topics.Topic;
import java.util.Objects;

/**
 * An event on its way to a topic.
 *
 * @param topic where it goes
 * @param key the frame, master, unit or task that it is about
 * @param event what it says
 * @param <T> the type of the topic
 */
public record Outgoing<T>(Topic<T> topic, String key, T event) {
    public Outgoing {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(event, "event");
    }
}
