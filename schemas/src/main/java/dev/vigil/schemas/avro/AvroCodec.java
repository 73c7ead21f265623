package dev.vigil.schemas.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Turns one kind of event into Avro's binary form and back. Safe for use by many threads.
 *
 * @param <T> the record class of the event
 */
public final class AvroCodec<T> {
    private static final Map<Class<?>, AvroCodec<?>> CODECS = new ConcurrentHashMap<>();

    private final Class<T> type;
    private final Schema schema;
    private final Form form;
    private final GenericDatumWriter<Object> writer;
    private final Map<Schema, GenericDatumReader<Object>> readers = new ConcurrentHashMap<>();

    private AvroCodec(Class<T> type) {
        this.type = type;
        this.schema = Schemas.of(type);
        this.form = Form.of(type, schema);
        this.writer = new GenericDatumWriter<>(schema, GenericData.get());
    }

    /** The codec of a record class. */
    @SuppressWarnings("unchecked")
    public static <T> AvroCodec<T> of(Class<T> type) {
        return (AvroCodec<T>) CODECS.computeIfAbsent(type, AvroCodec::new);
    }

    /** The schema that it writes by, and reads into. */
    public Schema schema() {
        return schema;
    }

    /** The binary form of an event. */
    public byte[] encode(T event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writer.write(form.toAvro(event), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** An event as Avro's generic record, for writers that are not Vigil's. */
    public GenericRecord toGeneric(T event) {
        return (GenericRecord) form.toAvro(event);
    }

    /** The event of a generic record, whichever version's schema it has. */
    public T fromGeneric(IndexedRecord record) throws UndecodableException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException | AvroRuntimeException | ClassCastException e) {
            throw new UndecodableException("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
        return decode(out.toByteArray(), 0, out.size(), record.getSchema());
    }

    /** The event of a binary form that was written by this version's schema. */
    public T decode(byte[] bytes) throws UndecodableException {
        return decode(bytes, 0, bytes.length, schema);
    }

    /** The event of a part of an array that was written by a given schema. */
    public T decode(byte[] bytes, int offset, int length, Schema writtenBy) throws UndecodableException {
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, length, null);
            Object avro = reader(writtenBy).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableException("bytes are left over behind the " + type.getSimpleName());
            }
            return type.cast(form.fromAvro(avro));
        } catch (IOException | AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UndecodableException("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private GenericDatumReader<Object> reader(Schema writtenBy) {
        return readers.computeIfAbsent(writtenBy, written -> new GenericDatumReader<>(written, schema));
    }
}
