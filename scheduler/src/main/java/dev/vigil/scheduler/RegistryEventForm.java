package dev.vigil.scheduler;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.scheduler.state.EventForm;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import org.apache.kafka.common.errors.InterruptException;

/** Keeps events as they stand on their topics, with the number of their schema. */
final class RegistryEventForm implements EventForm {
    private final WireFormat format;

    RegistryEventForm(WireFormat format) {
        this.format = format;
    }

    @Override
    public <T> byte[] write(Topic<T> topic, T event) {
        try {
            return format.encode(topic, event);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public <T> T read(Topic<T> topic, byte[] bytes) {
        try {
            return format.decode(topic, bytes);
        } catch (UndecodableException e) {
            throw new IllegalStateException("a stored event of " + topic + " cannot be read any more", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
