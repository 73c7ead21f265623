package dev.vigil.scheduler;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.state.Store;
import dev.vigil.schemas.topics.Spread;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Which topics the scheduler reads and writes, and which stores it keeps. Every name is part of the deployment: offsets and changelogs hang on it. */
final class SchedulerTopology {
    static final String DECIDE = "decide";

    static final List<Topic<?>> READ = List.of(
            Topics.FRAMES_ANNOUNCED,
            Topics.FRAMES_TRANSFERRED,
            Topics.FRAMES_REDUCED,
            Topics.FRAMES_RECORDED,
            Topics.FRAMES_FAILED,
            Topics.FRAMES_WAITING,
            Topics.WORK_LOOKED,
            Topics.MASTERS_BUILT,
            Topics.MASTERS_FAILED,
            Topics.REQUESTS,
            Topics.UNITS_ALIVE);

    private static final List<Topic<?>> WRITTEN = List.of(
            Topics.WORK_TRANSFERS,
            Topics.WORK_REDUCTIONS,
            Topics.FRAMES_RECORDED,
            Topics.FRAMES_WAITING,
            Topics.FRAMES_FAILED,
            Topics.MASTERS_WAITING,
            Topics.MASTERS_FAILED,
            Topics.REQUESTS_ANSWERED,
            Topics.UNITS_QUEUES,
            Topics.DEAD_LETTERS);

    private final WireFormat format;
    private final Policies policies;
    private final Clock clock;
    private final Loads loads;

    SchedulerTopology(WireFormat format, Policies policies, Clock clock, Loads loads) {
        this.format = format;
        this.policies = policies;
        this.clock = clock;
        this.loads = loads;
    }

    Topology build() {
        Topology topology = new Topology();
        READ.forEach(topic -> topology.addSource(
                "read " + topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic.name()));
        topology.addProcessor(
                DECIDE,
                () -> new DecisionProcessor(format, policies, clock, loads),
                READ.stream().map(topic -> "read " + topic).toArray(String[]::new));
        for (Store store : Store.values()) {
            topology.addStateStore(store(store), DECIDE);
        }
        WRITTEN.forEach(topic -> addSink(topology, topic));
        return topology;
    }

    /** The name of the sink of a topic. */
    static String sink(Topic<?> topic) {
        return "say " + topic;
    }

    private static void addSink(Topology topology, Topic<?> topic) {
        if (topic.spread() == Spread.BY_UNIT) {
            StreamPartitioner<byte[], byte[]> byUnit = SchedulerTopology::partition;
            topology.addSink(
                    sink(topic), topic.name(), new ByteArraySerializer(), new ByteArraySerializer(), byUnit, DECIDE);
        } else {
            topology.addSink(sink(topic), topic.name(), new ByteArraySerializer(), new ByteArraySerializer(), DECIDE);
        }
    }

    private static Optional<Set<Integer>> partition(String topic, byte[] key, byte[] value, int partitions) {
        return Optional.of(Set.of(UnitPartitioner.partitionOf(new String(key, StandardCharsets.UTF_8), partitions)));
    }

    private static StoreBuilder<?> store(Store store) {
        KeyValueBytesStoreSupplier kept = store.isMirrored()
                ? Stores.inMemoryKeyValueStore(store.storeName())
                : Stores.persistentKeyValueStore(store.storeName());
        return Stores.keyValueStoreBuilder(kept, Serdes.Bytes(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }
}
