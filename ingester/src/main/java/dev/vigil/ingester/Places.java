package dev.vigil.ingester;

import dev.vigil.ledger.Advance;
import dev.vigil.ledger.LedgerUnavailableException;
import dev.vigil.ledger.Offsets;
import dev.vigil.ledger.Position;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this ingester stands in each of its partitions. A partition that was just given to it is paused until the ledger has said where to
 * begin; the group's own offsets are never asked.
 */
final class Places implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMillis(500);
    private static final Duration UNTIL_NEXT_CHECK = Duration.ofSeconds(30);

    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Offsets offsets;
    private final Map<TopicPartition, Position> settled = new ConcurrentHashMap<>();
    private final Set<TopicPartition> unsettled = ConcurrentHashMap.newKeySet();
    private final Map<TopicPartition, Long> toReadBack = new HashMap<>();
    private volatile boolean joined;
    private long nextTry = System.nanoTime();
    private long nextCheck = System.nanoTime() + UNTIL_NEXT_CHECK.toNanos();

    Places(Consumer<byte[], byte[]> consumer, Admin admin, Offsets offsets) {
        this.consumer = consumer;
        this.admin = admin;
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        unsettle(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(settled::remove);
        unsettled.removeAll(partitions);
        partitions.forEach(toReadBack::remove);
    }

    /** Whether the group has given partitions, and all of them are read. */
    boolean areSettled() {
        return joined && unsettled.isEmpty();
    }

    /** Whether all that ingesters had published when the partitions were given to this one has been read. */
    boolean haveReadBack() {
        if (!areSettled()) {
            return false;
        }
        toReadBack.entrySet().removeIf(entry -> consumer.position(entry.getKey()) >= entry.getValue());
        return toReadBack.isEmpty();
    }

    Set<TopicPartition> settled() {
        return settled.keySet();
    }

    /** Begins anew in these partitions from where the ledger stands. The seek only keeps the group's offsets from being asked. */
    void unsettle(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        partitions.forEach(partition -> consumer.seek(partition, 0));
        partitions.forEach(settled::remove);
        unsettled.addAll(partitions);
    }

    /** Asks where to begin in the partitions that do not know it yet; if nobody answers now, the next call asks again. */
    void settle() throws InterruptedException {
        if (!unsettled.isEmpty() && System.nanoTime() - nextTry >= 0) {
            try {
                settle(Set.copyOf(unsettled));
            } catch (LedgerUnavailableException | RetriableException e) {
                LOG.warn("cannot begin to read yet: {}", e.getMessage());
                nextTry = System.nanoTime() + UNTIL_NEXT_TRY.toNanos();
            }
        }
        if (System.nanoTime() - nextCheck >= 0) {
            nextCheck = System.nanoTime() + UNTIL_NEXT_CHECK.toNanos();
            check();
        }
    }

    private void settle(Set<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, Position> known = offsets.all().stream()
                .collect(Collectors.toMap(
                        position -> new TopicPartition(position.topic(), position.partition()), position -> position));
        Map<String, String> ids = topicIds(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        for (TopicPartition partition : partitions) {
            Start.Log log =
                    new Start.Log(partition, ids.get(partition.topic()), begins.get(partition), ends.get(partition));
            begin(partition, Start.of(log, Optional.ofNullable(known.get(partition))));
            if (partition.topic().equals(Topics.FRAMES_RECORDED.name())) {
                toReadBack.put(partition, log.end());
            }
        }
        consumer.resume(partitions);
    }

    private void begin(TopicPartition partition, Start start) {
        boolean gap = start.read() != start.ledger().position();
        Optional<Integer> epoch = gap ? Optional.empty() : start.ledger().leaderEpoch();
        consumer.seek(partition, new OffsetAndMetadata(start.read(), epoch, ""));
        settled.put(partition, start.ledger());
        unsettled.remove(partition);
    }

    /** A topic that is deleted and made anew while it is read would else be read on in the middle. */
    private void check() throws InterruptedException {
        try {
            Map<String, String> ids = topicIds(settled.keySet());
            settled.forEach((partition, position) -> Start.sameTopic(partition, ids.get(partition.topic()), position));
        } catch (RetriableException e) {
            LOG.warn("cannot check the topics now: {}", e.getMessage());
        }
    }

    private Map<String, String> topicIds(Collection<TopicPartition> partitions) throws InterruptedException {
        Set<String> topics = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        try {
            Map<String, TopicDescription> descriptions =
                    admin.describeTopics(topics).allTopicNames().get();
            return descriptions.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().topicId().toString()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
        }
    }

    /** The batch of these records, without those of partitions that were taken away meanwhile. */
    Fetched batch(Collection<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (settled.containsKey(partition)) {
                byPartition
                        .computeIfAbsent(partition, each -> new ArrayList<>())
                        .add(record);
            }
        }
        return new Fetched(
                byPartition.values().stream().flatMap(List::stream).toList(),
                byPartition.entrySet().stream()
                        .map(entry -> advance(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Advance advance(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        Position from = settled.get(partition);
        ConsumerRecord<byte[], byte[]> last = records.get(records.size() - 1);
        Position to = new Position(
                partition.topic(), partition.partition(), from.topicId(), last.offset() + 1, last.leaderEpoch());
        return new Advance(from.position(), to);
    }

    /** Notes what the ledger has taken; the group is told too, for tools that show how far a group is. */
    void taken(Fetched batch) {
        Map<TopicPartition, OffsetAndMetadata> told = new HashMap<>();
        for (Advance advance : batch.advances()) {
            Position to = advance.to();
            TopicPartition partition = new TopicPartition(to.topic(), to.partition());
            if (settled.computeIfPresent(partition, (each, before) -> to) != null) {
                told.put(partition, new OffsetAndMetadata(to.position(), to.leaderEpoch(), ""));
            }
        }
        consumer.commitAsync(told, (each, failure) -> {
            if (failure != null) {
                LOG.debug("the group was not told how far it is: {}", failure.getMessage());
            }
        });
    }

    /** Another ingester was here: begin again from where it has left the ledger. */
    void moved(Fetched batch) {
        List<TopicPartition> ours = batch.advances().stream()
                .map(advance ->
                        new TopicPartition(advance.to().topic(), advance.to().partition()))
                .filter(settled::containsKey)
                .toList();
        unsettle(ours);
    }
}
