package dev.vigil.progress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.Site;
import dev.vigil.progress.standing.Standing;
import dev.vigil.progress.standing.Tally;
import dev.vigil.progress.standing.Whereabouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Asks the stores of this process. Another process may hold other units; {@link #elsewhere} says which. */
final class ProgressQueries {
    private final KafkaStreams streams;
    private final HostInfo here;

    ProgressQueries(ProgressStreams streams) {
        this.streams = streams.kafka();
        this.here = streams.here();
    }

    /** The nights that this process counts. */
    List<ObjectNode> nights() {
        List<ObjectNode> found = new ArrayList<>();
        try (KeyValueIterator<String, NightRow> all =
                this.<NightRow>store(Nodes.NIGHTS).all()) {
            all.forEachRemaining(each -> found.add(NightJson.of(each.value.night())));
        }
        return found;
    }

    /** How many frames of each unit stand where, of all nights. */
    Map<List<String>, Double> framesByUnitAndStanding() {
        Map<List<String>, Double> sums = new HashMap<>();
        try (KeyValueIterator<String, NightRow> all =
                this.<NightRow>store(Nodes.NIGHTS).all()) {
            all.forEachRemaining(each -> add(each.value.night(), sums));
        }
        return sums;
    }

    private static void add(Night night, Map<List<String>, Double> sums) {
        Tally tally = night.progress().all();
        for (Whereabouts place : Whereabouts.values()) {
            sums.merge(List.of(night.key().unit(), place.word()), (double) tally.at(place), Double::sum);
        }
    }

    /** What the producers said last, by unit. */
    Map<String, Site> sites() {
        Map<String, Site> found = new HashMap<>();
        try (KeyValueIterator<String, Site> all = this.<Site>store(Nodes.SITES).all()) {
            all.forEachRemaining(each -> found.put(each.key, each.value));
        }
        return found;
    }

    Optional<ObjectNode> night(String key) {
        return Optional.ofNullable(this.<NightRow>store(Nodes.NIGHTS).get(key)).map(row -> NightJson.of(row.night()));
    }

    Optional<ObjectNode> frame(String id) {
        return Optional.ofNullable(this.<Standing>store(Nodes.STANDINGS).get(id))
                .map(FrameJson::of);
    }

    /** The other process that holds what is said of a key's unit, if it is another. */
    Optional<HostInfo> elsewhere(String store, String key) {
        KeyQueryMetadata where = streams.queryMetadataForKey(
                store, key, (topic, k, value, partitions) -> ProgressTopology.partition(k, partitions));
        return Optional.of(where)
                .filter(known -> !known.equals(KeyQueryMetadata.NOT_AVAILABLE))
                .map(KeyQueryMetadata::activeHost)
                .filter(host -> !host.equals(here));
    }

    private <T> ReadOnlyKeyValueStore<String, T> store(String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, T>keyValueStore()));
    }
}
