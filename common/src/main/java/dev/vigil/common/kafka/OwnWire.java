package dev.vigil.common.kafka;

import dev.vigil.common.registry.SchemaRegistry;
import dev.vigil.schemas.avro.AvroCodec;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.avro.UnknownSchemaException;
import dev.vigil.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;

/** Confluent's wire format: a zero, the number of the schema in four bytes, the event in Avro's binary form. */
final class OwnWire implements Wire {
    private static final byte MAGIC = 0;
    private static final int HEAD = 5;

    private final SchemaRegistry registry;

    OwnWire(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public <T> byte[] encode(Topic<T> topic, T event) throws InterruptedException {
        AvroCodec<T> codec = AvroCodec.of(topic.type());
        byte[] body = codec.encode(event);
        return ByteBuffer.allocate(HEAD + body.length)
                .put(MAGIC)
                .putInt(registry.idOf(topic.subject(), codec.schema()))
                .put(body)
                .array();
    }

    @Override
    public <T> T decode(Topic<T> topic, byte[] bytes) throws UndecodableException, InterruptedException {
        if (bytes == null || bytes.length < HEAD) {
            throw new UndecodableException("the record on " + topic + " has " + (bytes == null ? "no" : bytes.length)
                    + " bytes: too short to be an event");
        }
        if (bytes[0] != MAGIC) {
            throw new UndecodableException("the record on " + topic + " begins with the byte " + bytes[0]
                    + " instead of 0: whoever wrote it did not use the schema registry");
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        Optional<Schema> schema = registry.schemaOf(id);
        if (schema.isEmpty()) {
            throw new UnknownSchemaException(
                    "the record on " + topic + " names schema " + id + ", which the registry does not know");
        }
        return AvroCodec.of(topic.type()).decode(bytes, HEAD, bytes.length - HEAD, schema.get());
    }
}
