package dev.vigil.common.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a whole topic, all partitions and without a group: for whoever wants to know what was said, not to answer it. */
public final class TopicReader implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** Opens a topic at its beginning. */
    public static TopicReader fromBeginning(KafkaSettings settings, String topic) {
        TopicReader reader = open(settings, topic);
        reader.consumer.seekToBeginning(reader.partitions);
        return reader;
    }

    /** Opens a topic at its end: only what comes from now on is read. */
    public static TopicReader fromNowOn(KafkaSettings settings, String topic) {
        TopicReader reader = open(settings, topic);
        reader.consumer.seekToEnd(reader.partitions);
        reader.partitions.forEach(reader.consumer::position);
        return reader;
    }

    /** Opens a topic at what was said from a time on. */
    public static TopicReader since(KafkaSettings settings, String topic, Instant time) {
        TopicReader reader = fromNowOn(settings, topic);
        Map<TopicPartition, Long> times =
                reader.partitions.stream().collect(Collectors.toMap(each -> each, each -> time.toEpochMilli()));
        reader.consumer.offsetsForTimes(times).forEach((partition, first) -> {
            // Where nothing was said since, it stays at the end.
            if (first != null) {
                reader.consumer.seek(partition, first.offset());
            }
        });
        return reader;
    }

    private static TopicReader open(KafkaSettings settings, String topic) {
        Map<String, Object> client = settings.client("vigil-reader-" + topic);
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            return new TopicReader(consumer, partitions);
        } catch (TimeoutException e) {
            consumer.close();
            throw new TimeoutException("the broker at " + settings.bootstrapServers() + " does not answer", e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Whether anything was ever said on a topic. */
    public static boolean isUsed(KafkaSettings settings, String topic) {
        try (TopicReader reader = open(settings, topic)) {
            return reader.consumer.endOffsets(reader.partitions).values().stream()
                    .anyMatch(end -> end > 0);
        }
    }

    /** Hands over everything up to what is now the end. */
    public void untilEnd(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(A_WHILE).forEach(taker);
        }
    }

    /** Hands over what comes within a time. */
    public void next(Duration time, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        consumer.poll(time).forEach(taker);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
