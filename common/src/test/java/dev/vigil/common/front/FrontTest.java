package dev.vigil.common.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
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
