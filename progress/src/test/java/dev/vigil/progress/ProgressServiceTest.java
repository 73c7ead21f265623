package dev.vigil.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NIGHT = "7DT05/2026-11-19";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aNightIsFollowedAcrossARestartWithoutItsStores() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, Map.of())) {
            KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 2, 1);
            followed(kafka, "state", 0);
            followed(kafka, "another-state", 10);
        }
    }

    private void followed(KafkaSettings kafka, String state, int known) throws Exception {
        try (StopSignal stop = new StopSignal();
                ProgressService service = ProgressService.start(settings(kafka, state), stop)) {
            await().atMost(PATIENCE).until(() -> get(service, "/health/ready").statusCode() == 200);
            say(kafka, known, known + 10);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(night(kafka).path("recorded").asInt()).isEqualTo(known + 10);
                assertThat(night(kafka).path("seen").asInt()).isEqualTo(known + 10);
            });
            answers(service, known + 10);
            publishesNumbers(service, known + 10);
            assertThat(stop.isStopping()).isFalse();
        }
    }

    private void answers(ProgressService service, int recorded) throws Exception {
        assertThat(Json.read(get(service, "/nights/" + NIGHT).body())
                        .path("recorded")
                        .asInt())
                .isEqualTo(recorded);
        assertThat(Json.read(get(service, "/nights").body())).hasSize(1);
        assertThat(Json.read(get(service, "/frames/" + NIGHT + "/0.fits").body())
                        .path("standing")
                        .asText())
                .isEqualTo("recorded");
        assertThat(get(service, "/frames/7DT05/none").statusCode()).isEqualTo(404);
        assertThat(get(service, "/nights/7DT05/2001-01-01").statusCode()).isEqualTo(404);
    }

    private void publishesNumbers(ProgressService service, int recorded) throws Exception {
        assertThat(new String(get(service, "/metrics").body(), StandardCharsets.UTF_8))
                .contains("vigil_frames{service=\"progress\",standing=\"recorded\",unit=\"7DT05\"} " + recorded + ".0")
                .contains("vigil_dead_letters{service=\"progress\"} 0.0")
                .contains("vigil_lag_records{service=\"progress\"}");
    }

    private ProgressSettings settings(KafkaSettings kafka, String state) {
        return ProgressSettings.from(Config.of(Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "kafka.partitions", "2",
                "front.host", "127.0.0.1",
                "front.port", "0",
                "state.folder", folder.resolve(state).toString())));
    }

    private static void say(KafkaSettings kafka, int from, int to) throws Exception {
        try (EventWriter writer = EventWriter.open(kafka, new WireFormat(new BundledRegistry()), "test")) {
            for (int i = from; i < to; i++) {
                Telescope frame = Telescope.science(i + ".fits");
                for (FrameEvent event : List.of(frame.taken(i), frame.transferred(i), frame.recorded(i + 3))) {
                    writer.sendAndWait(outgoing(event));
                }
            }
        }
    }

    private static Outgoing<?> outgoing(FrameEvent event) {
        return Topics.FRAME_NEWS.stream()
                .filter(topic -> topic.type().isInstance(event))
                .map(topic -> outgoing(topic, event))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends FrameEvent> Outgoing<T> outgoing(Topic<T> topic, FrameEvent event) {
        return new Outgoing<>(
                topic, event.identity().frame().value(), topic.type().cast(event));
    }

    private HttpResponse<byte[]> get(ProgressService service, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    /** What a person's console consumer would print last. */
    private static JsonNode night(KafkaSettings kafka) {
        Map<String, Object> client = new HashMap<>(kafka.client("test-reader"));
        client.put(ConsumerConfig.GROUP_ID_CONFIG, "test-reader-" + System.nanoTime());
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        Map<String, byte[]> last = new HashMap<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(Topics.PROGRESS_NIGHTS.name()));
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(500)).forEach(record -> last.put(record.key(), record.value()));
                return last.containsKey(NIGHT);
            });
        }
        return Json.read(last.get(NIGHT));
    }
}
