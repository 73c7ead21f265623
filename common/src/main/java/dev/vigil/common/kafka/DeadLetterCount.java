package dev.vigil.common.kafka;

import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Counts the records that were ever parked in the dead letters, whoever parked them. */
public final class DeadLetterCount implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;

    private DeadLetterCount(Admin admin) {
        this.admin = admin;
    }

    /** Opens a counter; the broker is asked only by {@link #now()}. */
    public static DeadLetterCount open(KafkaSettings settings) {
        return new DeadLetterCount(Admin.create(settings.client("vigil-dead-letter-count")));
    }

    /** How many there are now; a broker that does not answer soon is an exception. */
    public long now() {
        try {
            return latest(partitions());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while counting dead letters", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the dead letters cannot be counted now", e);
        }
    }

    private int partitions() throws InterruptedException, ExecutionException, TimeoutException {
        String topic = Topics.DEAD_LETTERS.name();
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .get(topic)
                .partitions()
                .size();
    }

    private long latest(int partitions) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTERS.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
