package dev.vigil.scheduler.state;

import dev.vigil.schemas.topics.Topic;

/** How events are kept as bytes: with the schema they were written by, so that a later version reads them too. */
public interface EventForm {

    /** The bytes of an event. */
    <T> byte[] write(Topic<T> topic, T event);

    /** The event of such bytes. */
    <T> T read(Topic<T> topic, byte[] bytes);
}
