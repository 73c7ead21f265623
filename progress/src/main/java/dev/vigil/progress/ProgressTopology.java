package dev.vigil.progress;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.progress.NightNews.SiteHeard;
import dev.vigil.progress.standing.Site;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.schemas.topics.UnitPartitioner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From news of frames to where each stands, and from there to how far each night is.
 *
 * <p>All topics have one partition count and are spread by unit, so one task holds all of a unit and nothing is sent round.
 */
final class ProgressTopology {
    private ProgressTopology() {}

    static Topology of(WireFormat format, Duration every) {
        Topology topology = new Topology();
        addFrames(topology, format);
        addCounts(topology, format, every);
        addNights(topology, format, every);
        addSinks(topology);
        return topology;
    }

    private static void addFrames(Topology topology, WireFormat format) {
        topology.addSource(
                        Nodes.FRAME_NEWS,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.FRAME_NEWS.stream().map(Topic::name).toArray(String[]::new))
                .addProcessor(
                        Nodes.DECODED_FRAME_NEWS,
                        () -> new Decoding(format, Nodes.STANDING_OF_FRAMES, event -> event),
                        Nodes.FRAME_NEWS)
                .addProcessor(Nodes.STANDING_OF_FRAMES, Standings::new, Nodes.DECODED_FRAME_NEWS)
                .addStateStore(store(Nodes.STANDINGS, StandingForm.FORM), Nodes.STANDING_OF_FRAMES);
    }

    private static void addNights(Topology topology, WireFormat format, Duration every) {
        topology.addSource(
                        Nodes.UNIT_NEWS,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.UNITS_ALIVE.name())
                .addProcessor(
                        Nodes.DECODED_UNIT_NEWS,
                        () -> new Decoding(format, Nodes.PROGRESS_OF_NIGHTS, event -> heard((UnitAlive) event)),
                        Nodes.UNIT_NEWS)
                .addProcessor(
                        Nodes.PROGRESS_OF_NIGHTS,
                        () -> new Nights(every),
                        Nodes.STANDING_OF_FRAMES,
                        Nodes.COUNTS_OF_NIGHTS,
                        Nodes.DECODED_UNIT_NEWS)
                .addStateStore(store(Nodes.NIGHTS, NightForm.FORM), Nodes.PROGRESS_OF_NIGHTS)
                .addStateStore(store(Nodes.SITES, SiteForm.FORM), Nodes.PROGRESS_OF_NIGHTS);
    }

    private static void addCounts(Topology topology, WireFormat format, Duration every) {
        topology.addSource(
                        Nodes.REQUEST_NEWS,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.REQUESTS.name())
                .addProcessor(
                        Nodes.DECODED_REQUEST_NEWS,
                        () -> new Decoding(format, Nodes.COUNTS_OF_NIGHTS, event -> event),
                        Nodes.REQUEST_NEWS)
                .addProcessor(
                        Nodes.COUNTS_OF_NIGHTS,
                        () -> new Counts(format, every),
                        Nodes.STANDING_OF_FRAMES,
                        Nodes.DECODED_REQUEST_NEWS)
                .addStateStore(store(Nodes.SERIES, SeriesForm.FORM), Nodes.COUNTS_OF_NIGHTS);
    }

    private static void addSinks(Topology topology) {
        addSink(topology, Nodes.TO_FRAMES, Topics.PROGRESS_FRAMES, Nodes.STANDING_OF_FRAMES);
        addSink(topology, Nodes.TO_NIGHTS, Topics.PROGRESS_NIGHTS, Nodes.PROGRESS_OF_NIGHTS);
        addSink(topology, Nodes.TO_EXPOSURES, Topics.PROGRESS_EXPOSURES, Nodes.COUNTS_OF_NIGHTS);
        addSink(topology, Nodes.TO_ANSWERS, Topics.REQUESTS_ANSWERED, Nodes.COUNTS_OF_NIGHTS);
        topology.addSink(
                Nodes.TO_DEAD_LETTERS,
                Topics.DEAD_LETTERS.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                Nodes.DECODED_FRAME_NEWS,
                Nodes.DECODED_REQUEST_NEWS,
                Nodes.DECODED_UNIT_NEWS);
    }

    private static void addSink(Topology topology, String name, Topic<?> topic, String parent) {
        topology.<byte[], byte[]>addSink(
                name,
                topic.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                (to, key, value, partitions) -> partition(new String(key, StandardCharsets.UTF_8), partitions),
                parent);
    }

    static Optional<Set<Integer>> partition(String key, int partitions) {
        return Optional.of(Set.of(UnitPartitioner.partitionOf(key, partitions)));
    }

    private static SiteHeard heard(UnitAlive alive) {
        return new SiteHeard(alive.unit(), Site.of(alive));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Form<T> form) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), form.serde())
                .withCachingEnabled();
    }
}
