package dev.vigil.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private SchedulerSettings settings;
    private WireFormat format;
    private EventWriter writer;

    @BeforeEach
    void open() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of("num.partitions", "2"));
        settings = SchedulerSettings.from(Config.of(Map.of())
                .with(Settings.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(Settings.KAFKA_PARTITIONS, 2)
                .with(Settings.FRONT_PORT, 0)
                .with(Settings.STATE_FOLDER, folder.resolve("state"))
                .with(Settings.SCHEDULER_SET_QUIET, "2 s")
                .with(Settings.SCHEDULER_LIMIT, 8));
        format = new WireFormat(settings.registry().open());
        TopicKeeper.ensure(settings.kafka());
        writer = EventWriter.open(settings.kafka(), format, "test");
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        broker.close();
    }

    private SchedulerService start(StopSignal stop) throws Exception {
        SchedulerService service = SchedulerService.start(settings, stop);
        await().atMost(PATIENCE).until(service::isReady);
        return service;
    }

    private void announce(FrameAnnounced frame) throws InterruptedException {
        writer.send(
                new Outgoing<>(Topics.FRAMES_ANNOUNCED, frame.identity().frame().value(), frame));
    }

    private void calibrations(Sky sky) throws InterruptedException {
        for (int number = 1; number <= 3; number++) {
            announce(sky.bias(number));
            announce(sky.flat(number, "r"));
        }
    }

    /** A machine that pauses between two calibration frames may have a frame reduced twice, with fewer and with more of them. */
    private static long reducedFrames(TestingWorkers workers) {
        return workers.tasks().stream()
                .filter(task -> task instanceof ReductionTask reduction && reduction.work() instanceof ReduceFrame)
                .map(task ->
                        ((ReduceFrame) ((ReductionTask) task).work()).identity().frame())
                .distinct()
                .count();
    }

    @Test
    void aNightIsReducedThroughARealBrokerAndARestartOnTheWay() throws Exception {
        Sky sky = Sky.TONIGHT.announcedAt(Instant.now());
        try (StopSignal stop = new StopSignal();
                TestingWorkers workers = TestingWorkers.start(settings.kafka(), format, writer)) {
            try (SchedulerService first = start(stop)) {
                for (int number = 1; number <= 10; number++) {
                    announce(sky.science(number));
                }
                await().atMost(PATIENCE).until(() -> workers.tasks().size() >= 20);
                assertThat(page(first, "/health/ready")).startsWith("ready");
                await().atMost(PATIENCE).until(() -> page(first, "/metrics").contains("vigil_scheduler_waiting{"));
            }
            try (SchedulerService second = start(stop)) {
                calibrations(sky);
                await().atMost(PATIENCE).until(() -> reducedFrames(workers) == 10);
                assertThat(second.toString()).contains("port " + second.port());
            }
            assertThat(stop.isStopping()).isFalse();
        }
    }

    private static String page(SchedulerService service, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
