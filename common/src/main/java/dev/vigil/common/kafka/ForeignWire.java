package dev.vigil.common.kafka;

import dev.vigil.common.registry.ForeignClasses;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.avro.AvroCodec;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import java.io.IOException;
import java.time.Duration;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events by the serializer and deserializer of somebody else, such as Confluent's: Avro's generic records go in and come out. */
final class ForeignWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignWire.class);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Serializer<Object> serializer;
    private final Deserializer<?> deserializer;

    private ForeignWire(Serializer<Object> serializer, Deserializer<?> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    static ForeignWire of(ForeignClasses classes, RegistrySettings settings) {
        return new ForeignWire(classes.serializer(settings), classes.deserializer(settings));
    }

    @Override
    public <T> byte[] encode(Topic<T> topic, T event) throws InterruptedException {
        GenericRecord record = AvroCodec.of(topic.type()).toGeneric(event);
        return whenReachable(() -> written(topic, record));
    }

    @Override
    public <T> T decode(Topic<T> topic, byte[] bytes) throws UndecodableException, InterruptedException {
        if (bytes == null) {
            throw new UndecodableException("the record on " + topic + " has no bytes: too short to be an event");
        }
        Object read = read(topic, bytes);
        if (read instanceof IndexedRecord record) {
            return AvroCodec.of(topic.type()).fromGeneric(record);
        }
        throw new UndecodableException("the record on " + topic + " is no Avro record for "
                + deserializer.getClass().getName() + ", but "
                + (read == null ? "nothing" : "a " + read.getClass().getName()));
    }

    private Object read(Topic<?> topic, byte[] bytes) throws UndecodableException, InterruptedException {
        try {
            return whenReachable(() -> deserialized(topic, bytes));
        } catch (KafkaException e) {
            throw new UndecodableException(
                    "the record on " + topic + " cannot be read by "
                            + deserializer.getClass().getName() + ": " + deepest(e),
                    e);
        }
    }

    // One at a time: nothing promises that a class of somebody else bears several threads.
    private byte[] written(Topic<?> topic, GenericRecord record) {
        synchronized (serializer) {
            return serializer.serialize(topic.name(), record);
        }
    }

    private Object deserialized(Topic<?> topic, byte[] bytes) {
        synchronized (deserializer) {
            return deserializer.deserialize(topic.name(), bytes);
        }
    }

    /** Something that asks the registry. */
    private interface Asking<R> {
        R ask();
    }

    /** A line that broke is tried again for as long as it takes; what the registry or the bytes refuse is not. */
    private static <R> R whenReachable(Asking<R> asking) throws InterruptedException {
        Pause pause = new Pause(SHORTEST, LONGEST);
        for (boolean said = false; ; said = true) {
            try {
                return asking.ask();
            } catch (KafkaException e) {
                if (!unreachable(e)) {
                    throw e;
                }
                if (!said) {
                    LOG.warn("waiting for the schema registry: {}", deepest(e));
                }
                pause.sleep();
            }
        }
    }

    private static boolean unreachable(Throwable trouble) {
        return trouble != null && (trouble instanceof IOException || unreachable(trouble.getCause()));
    }

    private static String deepest(Throwable trouble) {
        return trouble.getCause() == null ? trouble.toString() : deepest(trouble.getCause());
    }
}
