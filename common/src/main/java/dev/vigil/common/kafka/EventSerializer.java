package dev.vigil.common.kafka;

import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the events of one topic, as Kafka's own clients want it. */
public final class EventSerializer<T> implements Serializer<T> {
    private final Topic<T> topic;
    private final WireFormat format;

    public EventSerializer(Topic<T> topic, WireFormat format) {
        this.topic = topic;
        this.format = format;
    }

    @Override
    public byte[] serialize(String name, T event) {
        if (!topic.name().equals(name)) {
            throw new SerializationException("events of " + topic + " do not belong on " + name + ", which is "
                    + Topics.ALL.stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst());
        }
        try {
            return format.encode(topic, event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SerializationException("interrupted while the registry was asked", e);
        }
    }
}
