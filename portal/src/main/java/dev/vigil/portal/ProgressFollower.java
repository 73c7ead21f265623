package dev.vigil.portal;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.queues.UnitQueue;
import dev.vigil.common.run.Pause;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the progress topics, what stands in the scheduler's queues, and what the auditor says, from their beginning into the {@link NightBook}, and follows them; of masters it only hears that there
 * is something new. It is in no group and keeps no place.
 */
final class ProgressFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressFollower.class);
    private static final Set<String> MASTERS =
            Topics.MASTER_NEWS.stream().map(Topic::name).collect(Collectors.toSet());
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final NightBook book;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean caughtUp;

    private ProgressFollower(NightBook book, KafkaConsumer<byte[], byte[]> consumer, StopSignal stop) {
        this.book = book;
        this.consumer = consumer;
        this.thread = new Thread(() -> follow(stop), "portal-follower");
    }

    static ProgressFollower start(KafkaSettings settings, NightBook book, StopSignal stop) {
        Map<String, Object> client = new HashMap<>(settings.client("vigil-portal"));
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Nights are told once a second at most, and the broker answers few requests.
        client.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 << 10);
        client.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        ProgressFollower follower = new ProgressFollower(
                book, new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer()), stop);
        follower.thread.start();
        return follower;
    }

    /** Whether all that was there at the start has been read. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    private void follow(StopSignal stop) {
        try (consumer) {
            Map<TopicPartition, Long> ends = begin();
            while (!closing) {
                consumer.poll(POLL).forEach(this::note);
                caughtUp = caughtUp || isBehindNothing(ends);
            }
        } catch (WakeupException e) {
            LOG.debug("asked to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            stop.failed(e);
        }
    }

    private Map<TopicPartition, Long> begin() throws InterruptedException {
        Pause pause = new Pause(Duration.ofMillis(200), Duration.ofSeconds(5));
        while (true) {
            try {
                consumer.assign(partitions());
                consumer.seekToBeginning(assigned(topic -> !MASTERS.contains(topic)));
                consumer.seekToEnd(assigned(MASTERS::contains));
                return consumer.endOffsets(consumer.assignment());
            } catch (WakeupException e) {
                throw e;
            } catch (KafkaException e) {
                LOG.warn("waiting for the broker: {}", e.getMessage());
                pause.sleep();
            }
        }
    }

    private List<TopicPartition> partitions() {
        return Stream.concat(
                        Stream.of(
                                        Topics.PROGRESS_NIGHTS,
                                        Topics.PROGRESS_FRAMES,
                                        Topics.AUDIT_DIFFERENCES,
                                        Topics.UNITS_QUEUES)
                                .map(Topic::name),
                        MASTERS.stream())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(known -> new TopicPartition(known.topic(), known.partition()))
                .toList();
    }

    private List<TopicPartition> assigned(Predicate<String> topics) {
        return consumer.assignment().stream()
                .filter(partition -> topics.test(partition.topic()))
                .toList();
    }

    private boolean isBehindNothing(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** A value that is no progress is nobody's promise: it is named in the log and passed by. */
    private void note(ConsumerRecord<byte[], byte[]> record) {
        try {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            Optional<String> value =
                    Optional.ofNullable(record.value()).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            note(record.topic(), key, value);
        } catch (IOException | RuntimeException e) {
            LOG.warn("passed by {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.toString());
        }
    }

    private void note(String topic, String key, Optional<String> value) throws IOException {
        if (topic.equals(Topics.PROGRESS_FRAMES.name())) {
            book.put(key, value.isPresent() ? Problem.read(value.get()) : Optional.empty());
            return;
        }
        if (MASTERS.contains(topic)) {
            book.heardOf(new MasterId(key));
            return;
        }
        if (topic.equals(Topics.AUDIT_DIFFERENCES.name())) {
            book.note(key, value.isPresent() ? Optional.of(Disagreement.read(value.get())) : Optional.empty());
            return;
        }
        if (topic.equals(Topics.UNITS_QUEUES.name())) {
            book.noteQueue(key, value.isPresent() ? Optional.of(UnitQueue.read(value.get())) : Optional.empty());
            return;
        }
        NightKey night = NightKey.parse(key).orElseThrow(() -> new IOException("no key of a night: " + key));
        if (value.isPresent()) {
            book.put(Night.read(night, value.get()));
        } else {
            book.remove(night);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        consumer.wakeup();
        thread.join(PATIENCE.toMillis());
    }
}
