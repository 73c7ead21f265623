package dev.vigil.producer.known;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.Pause;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what producers have announced of some units, from the first word to the last: the producer's only memory. */
public final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings kafka;
    private final WireFormat format;

    public History(KafkaSettings kafka, WireFormat format) {
        this.kafka = kafka;
        this.format = format;
    }

    /** Tells every word on the files of these units, from the first to the last; an unreachable broker is waited for. */
    public void of(Set<String> units, Consumer<FrameAnnounced> learn) throws InterruptedException {
        Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(5));
        while (true) {
            try {
                read(units.stream().map(FrameId::encodedUnit).collect(Collectors.toSet()), learn);
                return;
            } catch (RetriableException unreachable) {
                LOG.warn("waiting for the broker {}: {}", kafka.bootstrapServers(), unreachable.getMessage());
                pause.sleep();
            }
        }
    }

    private void read(Set<String> units, Consumer<FrameAnnounced> learn) throws InterruptedException {
        long learned = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.client("vigil-producer-history"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, units);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    learned += take(record, units, learn) ? 1 : 0;
                }
            }
        }
        LOG.info("{} announcements of {} were made before", learned, units);
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, Set<String> units) {
        String topic = Topics.FRAMES_ANNOUNCED.name();
        int count = consumer.partitionsFor(topic).size();
        return units.stream()
                .map(unit -> UnitPartitioner.partitionOf(unit, count))
                .distinct()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** A record that cannot be read was parked by those who follow the topic; here it only tells nothing. */
    private boolean take(ConsumerRecord<byte[], byte[]> record, Set<String> units, Consumer<FrameAnnounced> learn)
            throws InterruptedException {
        if (record.key() == null || !units.contains(unit(record.key()))) {
            return false;
        }
        try {
            learn.accept(format.decode(Topics.FRAMES_ANNOUNCED, record.value()));
            return true;
        } catch (UndecodableException foreign) {
            LOG.warn("{} at {} is passed over: {}", record.topic(), record.offset(), foreign.getMessage());
            return false;
        }
    }

    private static String unit(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }
}
