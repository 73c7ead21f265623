package dev.vigil.progress;

import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topics;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes events of bytes. What is none goes to the dead letters. While the registry cannot be reached, it waits. */
final class Decoding implements Processor<byte[], byte[], byte[], Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Decoding.class);

    private final WireFormat format;
    private final String next;
    private final Function<Object, Object> reading;
    private ProcessorContext<byte[], Object> context;

    Decoding(WireFormat format, String next, Function<Object, Object> reading) {
        this.format = format;
        this.next = next;
        this.reading = reading;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> opened) {
        this.context = opened;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        try {
            Object event = format.decode(Topics.named(place.topic()), record.value());
            context.forward(record.withValue(reading.apply(event)), next);
        } catch (UndecodableException e) {
            LOG.warn("parked {}-{}@{}: {}", place.topic(), place.partition(), place.offset(), e.getMessage());
            context.forward(parked(record, place, e), Nodes.TO_DEAD_LETTERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted while the registry was asked", e);
        }
    }

    private Record<byte[], Object> parked(Record<byte[], byte[]> record, RecordMetadata place, Exception cause) {
        RecordHeaders headers = new RecordHeaders(DeadLetter.headers(
                record.headers(),
                "progress",
                place.topic(),
                place.partition(),
                place.offset(),
                cause.getMessage(),
                Instant.ofEpochMilli(context.currentSystemTimeMs())));
        return new Record<>(record.key(), record.value(), record.timestamp(), headers);
    }
}
