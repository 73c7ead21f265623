package dev.vigil.scheduler;

import dev.vigil.schemas.topics.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** How the streams are run: quick to answer, quiet when idle, small in memory. */
final class StreamsSettings {
    /** The name of the group and of the changelog topics; whoever changes it starts with empty stores. */
    static final String APPLICATION = "vigil-scheduler";

    private static final int COMMIT_MILLIS = 500;
    private static final int SESSION_MILLIS = 10_000;
    private static final long CACHE_BYTES = 16L << 20;

    private StreamsSettings() {}

    static Map<String, Object> of(SchedulerSettings settings, Topology topology) throws IOException {
        Map<String, Object> streams = settings.kafka().client(APPLICATION);
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        streams.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder().toString());
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.kafka().replication());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        // There is no order between topics, so none is waited for.
        streams.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        streams.put("processing.exception.handler.global.enabled", true);
        clients(streams, instance(settings.stateFolder(), topology));
        return streams;
    }

    private static void clients(Map<String, Object> streams, String instance) {
        // What one turn says, and the next few, in one request: nobody notices the milliseconds, and each request costs
        // the broker one.
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Kept.LARGEST_RECORD);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A registry that is down is waited for, as long as it takes.
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), Integer.MAX_VALUE);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        // News is answered with at once; where there is none, it need not be asked for twice a second. Whoever stops
        // waits that long.
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 1_000);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    }

    /**
     * A name that survives a kill: the next start takes its place in the group at once, without waiting for the session to end. A version
     * with other stores has another name, since only one that is new to the group has the topics of its new stores made.
     */
    static String instance(Path folder, Topology topology) throws IOException {
        Path file = folder.resolve(APPLICATION + ".instance");
        if (!Files.exists(file)) {
            Files.writeString(file, APPLICATION + "-" + UUID.randomUUID());
        }
        return Files.readString(file).strip() + "-"
                + Integer.toHexString(topology.describe().toString().hashCode());
    }
}
