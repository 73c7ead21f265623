package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigil.allinone.Services;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.LocalDatabase;
import dev.vigil.simulator.NightPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same night on the broker that is deployed: the public image, in a container. */
class KafkaContainerIT {
    private static final String IMAGE = "apache/kafka:4.3.1";

    @TempDir
    Path folder;

    @BeforeAll
    static void dockerAnswers() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "SKIPPED: no Docker answers on this machine, so the night on " + IMAGE + " is not run");
    }

    @Test
    void everyFrameOfANightIsAccountedForOnTheBrokerInItsContainer() throws Exception {
        try (KafkaContainer kafka = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")) {
            kafka.start();
            try (LocalDatabase database = LocalDatabase.start(folder.resolve("postgres"), 0);
                    StopSignal stop = new StopSignal()) {
                run(config(kafka, database), stop);
            }
        }
    }

    private void run(Config config, StopSignal stop) throws Exception {
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        NightPlan plan = Deployed.smallNight("GEN01");
        try (Services services = Services.start(config, stop)) {
            Deployed.simulate(plan, incoming);
            Night night = Deployed.until(
                    config,
                    "GEN01",
                    Duration.ofMinutes(4),
                    found -> found.complete() && found.settled() == plan.frames());
            assertThat(night.count("recorded")).isEqualTo(plan.frames());
            Invariants.assertHold(config);
        }
    }

    private Config config(KafkaContainer kafka, LocalDatabase database) {
        return Config.of(Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", kafka.getBootstrapServers()),
                Map.entry("kafka.partitions", "3"),
                Map.entry("ledger.url", database.jdbcUrl()),
                Map.entry("ledger.user", database.user()),
                Map.entry("ledger.password", database.password()),
                Map.entry("archive.folder", folder.resolve("archive").toString()),
                Map.entry("working.folder", folder.resolve("working").toString()),
                Map.entry("state.folder", folder.resolve("state").toString()),
                Map.entry("producer.incoming", folder.resolve("incoming").toString()),
                Map.entry("producer.offer", "http"),
                Map.entry("producer.port", "0"),
                Map.entry("portal.port", "0"),
                Map.entry("front.host", "127.0.0.1"),
                Map.entry("front.port", "0"),
                Map.entry("scheduler.set-quiet", "2 s")));
    }
}
