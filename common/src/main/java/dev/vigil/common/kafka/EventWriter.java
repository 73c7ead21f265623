package dev.vigil.common.kafka;

import dev.vigil.schemas.topics.Kept;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Says events. One for a process is enough; it may be used by many threads. */
public final class EventWriter implements AutoCloseable {
    private static final int FOR_EVER = Integer.MAX_VALUE;
    /** What the broker does not take in this time is said again by whoever does the task next. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String service;
    private final WireFormat format;
    private final Clock clock;
    private final KafkaProducer<byte[], byte[]> producer;

    private EventWriter(String service, WireFormat format, Clock clock, KafkaProducer<byte[], byte[]> producer) {
        this.service = service;
        this.format = format;
        this.clock = clock;
        this.producer = producer;
    }

    /** Opens a writer that speaks for a service. */
    public static EventWriter open(KafkaSettings settings, WireFormat format, String service) {
        Map<String, Object> client = settings.client("vigil-" + service + "-writer");
        client.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, UnitPartitioner.class);
        client.put(ProducerConfig.ACKS_CONFIG, "all");
        client.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A partition that was just made takes a second batch before the first, if the first has to be sent again; the
        // first is then out of order, and with time for ever it is sent for ever.
        client.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        client.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        client.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, FOR_EVER);
        client.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) FOR_EVER);
        client.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L << 20);
        client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Kept.LARGEST_RECORD);
        client.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new EventWriter(
                service,
                format,
                Clock.systemUTC(),
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** Sends an event; the future ends when the broker has it. An unreachable broker is waited for. */
    public Future<RecordMetadata> send(Outgoing<?> outgoing) throws InterruptedException {
        return producer.send(record(outgoing));
    }

    /** Sends events and waits until the broker has them all. */
    public void sendAndWait(List<? extends Outgoing<?>> events) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (Outgoing<?> event : events) {
            sent.add(send(event));
        }
        for (Future<RecordMetadata> each : sent) {
            await(each);
        }
    }

    /** Sends one event and waits until the broker has it. */
    public void sendAndWait(Outgoing<?> event) throws InterruptedException {
        await(send(event));
    }

    /** Parks a record in the dead letters, and waits until it is there. */
    public void park(ConsumerRecord<byte[], byte[]> record, Throwable cause) throws InterruptedException {
        await(producer.send(DeadLetter.of(record, service, cause, clock.instant())));
    }

    /** Waits until everything sent has arrived. */
    public void flush() {
        producer.flush();
    }

    private <T> ProducerRecord<byte[], byte[]> record(Outgoing<T> outgoing) throws InterruptedException {
        return new ProducerRecord<>(
                outgoing.topic().name(),
                null,
                outgoing.key().getBytes(StandardCharsets.UTF_8),
                format.encode(outgoing.topic(), outgoing.event()),
                EventHeaders.of(service, outgoing.event().getClass().getSimpleName(), outgoing.key(), clock.instant()));
    }

    private static void await(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "an event could not be written: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
