package dev.vigil.common.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {
    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = Front.open(new FrontSettings("test", "127.0.0.1", 0));
    }

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void itLivesFromTheStart() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void itIsNotReadyBeforeItsServiceHasSaidWhatThatMeans() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("starting");
    }

    @Test
    void itIsReadyOnlyWhenEveryConditionHolds() throws Exception {
        AtomicBoolean assigned = new AtomicBoolean();
        front.ready("partitions assigned", assigned::get);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("partitions assigned");
        assigned.set(true);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsArePrintedForPrometheus() throws Exception {
        front.meters().counter("vigil.things", "unit", "U1").increment();
        assertThat(get("/metrics").body())
                .contains("vigil_things_total{service=\"test\",unit=\"U1\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void numbersAreReadWhenTheMetricsAreAskedFor() throws Exception {
        AtomicReference<Map<List<String>, Double>> counted =
                new AtomicReference<>(Map.of(List.of("U1", "failed"), 2.0));
        front.numbers("vigil.frames", List.of("unit", "standing"), counted::get);
        assertThat(get("/metrics").body())
                .contains("vigil_frames{service=\"test\",standing=\"failed\",unit=\"U1\"} 2.0");
        counted.set(Map.of(List.of("U2", "failed"), 1.0));
        assertThat(get("/metrics").body()).contains("unit=\"U2\"} 1.0").doesNotContain("\"U1\"");
    }

    @Test
    void aNumberThatCannotBeReadHidesNoOther() throws Exception {
        front.numbers("vigil.broken", List.of(), () -> {
            throw new IllegalStateException("no luck");
        });
        front.numbers("vigil.sound", List.of(), () -> Map.of(List.of(), 3.0));
        assertThat(get("/metrics").body()).contains("vigil_sound{service=\"test\"} 3.0");
    }

    @Test
    void theLagIsThatOfThePartitionFurthestBehind() throws Exception {
        try (Metrics client = new Metrics()) {
            MetricName first =
                    new MetricName("records-lag-max", "consumer-fetch-manager-metrics", "", Map.of("p", "0"));
            MetricName second =
                    new MetricName("records-lag-max", "consumer-fetch-manager-metrics", "", Map.of("p", "1"));
            client.addMetric(first, (Gauge<Double>) (config, now) -> 7.0);
            client.addMetric(second, (Gauge<Double>) (config, now) -> Double.NaN);
            front.lag(client::metrics);
            assertThat(get("/metrics").body()).contains("vigil_lag_records{service=\"test\"} 7.0");
        }
    }

    @Test
    void theRoomOnADiskIsPublished() throws Exception {
        front.disk(Path.of("."));
        assertThat(get("/metrics").body()).contains("disk_free_bytes{path=").contains("disk_total_bytes{path=");
    }

    @Test
    void aPageThatBreaksSaysSoAndTheRestGoesOn() throws Exception {
        front.page("/broken", exchange -> {
            throw new IllegalStateException("no luck");
        });
        assertThat(get("/broken").statusCode()).isEqualTo(500);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        assertThatThrownBy(() -> Front.open(new FrontSettings("second", "127.0.0.1", front.port())))
                .hasMessageContaining("second cannot serve on 127.0.0.1:" + front.port())
                .hasMessageContaining("front.port");
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + front.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
