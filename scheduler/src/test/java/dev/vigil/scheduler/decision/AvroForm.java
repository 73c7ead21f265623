package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.state.EventForm;
import dev.vigil.schemas.avro.AvroCodec;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;

/** Keeps events by the schemas of this version. */
final class AvroForm implements EventForm {
    @Override
    public <T> byte[] write(Topic<T> topic, T event) {
        return AvroCodec.of(topic.type()).encode(event);
    }

    @Override
    public <T> T read(Topic<T> topic, byte[] bytes) {
        try {
            return AvroCodec.of(topic.type()).decode(bytes);
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }
}
