package dev.vigil.common.kafka;

import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;

/** Turns events into the bytes of their topics and back. Both wait while the registry cannot be reached. */
interface Wire {
    <T> byte[] encode(Topic<T> topic, T event) throws InterruptedException;

    <T> T decode(Topic<T> topic, byte[] bytes) throws UndecodableException, InterruptedException;
}
