package dev.vigil.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller in this JVM, with its data in a folder that survives a restart and a kill.
 *
 * <p>Everything that touches the broker's insides is in this class.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final FolderLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(FolderLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on the loopback address; port 0 takes a free one; overrides are Kafka's own broker settings. */
    public static EmbeddedBroker start(Path dataFolder, int port, Map<String, String> overrides) throws IOException {
        FolderLock lock = FolderLock.take(dataFolder);
        try {
            Path logs = dataFolder.resolve("logs").toAbsolutePath();
            formatOnce(logs);
            int listening = FreePorts.wanted(port);
            Map<String, String> settings = settings(logs, listening, FreePorts.next());
            settings.putAll(overrides);
            return new EmbeddedBroker(lock, started(settings), listening);
        } catch (RuntimeException | IOException e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaRaftServer started(Map<String, String> settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    @Override
    public String toString() {
        return "broker on " + bootstrapServers();
    }

    /** The formatter writes meta.properties last, so a folder without it was never finished and may be formatted again. */
    private static void formatOnce(Path logs) throws IOException {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(logs);
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            formatter(logs, silence).run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format the broker's folder " + logs, e);
        }
    }

    private static Formatter formatter(Path logs, PrintStream output) {
        return new Formatter()
                .setPrintStream(output)
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION);
    }

    private static Map<String, String> settings(Path logs, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(oneNode(logs, port, controllerPort));
        settings.putAll(oneReplica());
        settings.putAll(fewThreads());
        settings.putAll(smallBuffers());
        settings.putAll(quickGroups());
        settings.putAll(quickRestart());
        return settings;
    }

    private static Map<String, String> oneNode(Path logs, int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "" + NODE,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs",
                logs.toString(),
                "auto.create.topics.enable",
                "false");
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "2",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "2",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "2");
    }

    /** One machine's broker does not need a cluster's threads. */
    private static Map<String, String> fewThreads() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "group.coordinator.threads", "1",
                "group.coordinator.background.threads", "1");
    }

    /** Nor its buffers and segments. */
    private static Map<String, String> smallBuffers() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "8388608",
                "log.cleaner.io.buffer.size", "131072",
                "log.segment.bytes", "134217728",
                "log.index.size.max.bytes", "1048576",
                "metadata.log.segment.bytes", "16777216",
                "metadata.max.idle.interval.ms", "5000");
    }

    /** Groups form at once: with one broker and few members there is nothing to be won by waiting for more of them. */
    private static Map<String, String> quickGroups() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.streams.initial.rebalance.delay.ms", "0",
                "group.share.initialize.retry.interval.ms", "5000",
                "group.share.min.record.lock.duration.ms", "1000",
                "group.share.delivery.count.limit", "10"));
        for (String kind : List.of("consumer", "share", "streams")) {
            settings.put("group." + kind + ".assignment.interval.ms", "0");
            settings.put("group." + kind + ".heartbeat.interval.ms", "1000");
            settings.put("group." + kind + ".min.heartbeat.interval.ms", "500");
            settings.put("group." + kind + ".min.session.timeout.ms", "5000");
        }
        return settings;
    }

    /** After a kill the controller lets the broker in again only when the session of the dead one has run out. */
    private static Map<String, String> quickRestart() {
        return Map.of("broker.session.timeout.ms", "4000", "broker.heartbeat.interval.ms", "1000");
    }
}
