package dev.vigil.scheduler.decision;

import dev.vigil.schemas.topics.Topic;
import java.util.Objects;

/**
 * Something that the scheduler says.
 *
 * @param topic where
 * @param key the frame, master, unit or task that it is about
 * @param event what
 * @param <T> the type of the topic
 */
public record Decision<T>(Topic<T> topic, String key, T event) {
    public Decision {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(event, "event");
    }
}
