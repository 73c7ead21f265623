package dev.vigil.progress;

import dev.vigil.common.front.Front;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.topics.Kept;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;

/** The running streams. */
final class ProgressStreams implements AutoCloseable {
    static final String APPLICATION = "vigil-progress";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final HostInfo here;

    private ProgressStreams(KafkaStreams streams, HostInfo here) {
        this.streams = streams;
        this.here = here;
    }

    /** Prepared, not started: {@link #start} does that. */
    static ProgressStreams prepare(ProgressSettings settings, Front front, StopSignal stop) {
        WireFormat format = WireFormat.of(settings.registry());
        HostInfo here = new HostInfo(host(), front.port());
        KafkaStreams streams =
                new KafkaStreams(ProgressTopology.of(format, settings.every()), properties(settings, here));
        streams.setUncaughtExceptionHandler(failure -> {
            stop.failed(failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        return new ProgressStreams(streams, here);
    }

    void start() {
        streams.start();
    }

    KafkaStreams kafka() {
        return streams;
    }

    /** Where other processes find this one. */
    HostInfo here() {
        return here;
    }

    boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        streams.close(PATIENCE);
    }

    /** Exactly once, because a night is a sum, and a sum that counts a frame twice after a kill would stay wrong. */
    static Properties properties(ProgressSettings settings, HostInfo here) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka().client(APPLICATION));
        properties.putAll(streams(settings, here));
        properties.putAll(clients());
        // There is no order between topics, so none is waited for.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
        return properties;
    }

    private static Map<String, Object> streams(ProgressSettings settings, HostInfo here) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateFolder().toString(),
                StreamsConfig.APPLICATION_SERVER_CONFIG,
                here.host() + ":" + here.port(),
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                settings.kafka().replication(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                1,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                500,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                4L << 20,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                SmallStores.class,
                StreamsConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    /**
     * A killed process is missed after some seconds; a registry that is down is waited for as long as it takes. One request is under way
     * at a time: a transaction that begins before the last one has ended on the broker is told to come again, and whatever followed it
     * would be refused as out of order.
     */
    private static Map<String, Object> clients() {
        return Map.of(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                6_000,
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                2_000,
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
                Integer.MAX_VALUE,
                // Nights are told once a second at most, so news may come a quarter of a second's worth at a time.
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                64 << 10,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                250,
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                50,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                1,
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Kept.LARGEST_RECORD,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
