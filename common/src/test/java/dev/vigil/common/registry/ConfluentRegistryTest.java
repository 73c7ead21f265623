package dev.vigil.common.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.vigil.schemas.avro.Schemas;
import dev.vigil.schemas.events.UnitAlive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfluentRegistryTest {
    private static final Schema SCHEMA = Schemas.of(UnitAlive.class);

    private final List<String> asked = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private HttpServer server;

    private record Answer(int status, String body) {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            Answer answer = answers.pop();
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSchemaIsRegisteredOnceAndItsNumberRemembered() throws InterruptedException {
        answers.add(new Answer(200, "{\"id\":17}"));
        answers.add(new Answer(200, "{\"compatibilityLevel\":\"FULL\"}"));
        SchemaRegistry registry = registry(true);
        assertThat(registry.idOf("units.alive-value", SCHEMA)).isEqualTo(17);
        assertThat(registry.idOf("units.alive-value", SCHEMA)).isEqualTo(17);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0))
                .startsWith("POST /ccompat/subjects/units.alive-value/versions Basic bWU6aHVzaA== {\"schema\":\"{");
    }

    @Test
    void aSubjectWithoutARuleGetsThatOfTheDesign() throws InterruptedException {
        answers.add(new Answer(200, "{\"id\":17}"));
        answers.add(new Answer(404, "{\"error_code\":40408}"));
        answers.add(new Answer(200, "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}"));
        registry(true).idOf("units.alive-value", SCHEMA);
        assertThat(asked.get(2))
                .startsWith("PUT /ccompat/config/units.alive-value")
                .contains("BACKWARD_TRANSITIVE");
    }

    @Test
    void withoutLeaveToRegisterASchemaIsLookedUp() throws InterruptedException {
        answers.add(new Answer(200, "{\"subject\":\"units.alive-value\",\"id\":4,\"version\":1}"));
        assertThat(registry(false).idOf("units.alive-value", SCHEMA)).isEqualTo(4);
        assertThat(asked.get(0)).startsWith("POST /ccompat/subjects/units.alive-value Basic");
    }

    @Test
    void aSchemaOfANumberIsFetchedOnce() throws InterruptedException {
        answers.add(new Answer(
                200,
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .put("schema", SCHEMA.toString())
                        .toString()));
        SchemaRegistry registry = registry(true);
        assertThat(registry.schemaOf(17)).contains(SCHEMA);
        assertThat(registry.schemaOf(17)).contains(SCHEMA);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aNumberThatNobodyKnowsIsNothing() throws InterruptedException {
        answers.add(new Answer(404, "{\"error_code\":40403}"));
        assertThat(registry(true).schemaOf(99)).isEmpty();
    }

    @Test
    void aSchemaOfAnotherKindIsUnknownToUs() throws InterruptedException {
        answers.add(new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message M {}\"}"));
        answers.add(new Answer(200, "{\"schema\":\"no schema at all\"}"));
        assertThat(registry(true).schemaOf(1)).isEmpty();
        assertThat(registry(true).schemaOf(2)).isEmpty();
    }

    @Test
    void aRegistryThatIsDownIsWaitedFor() throws InterruptedException {
        answers.add(new Answer(503, "starting"));
        answers.add(new Answer(500, "still starting"));
        answers.add(new Answer(200, "{\"id\":3}"));
        answers.add(new Answer(200, "{\"compatibilityLevel\":\"FULL\"}"));
        assertThat(registry(true).idOf("units.alive-value", SCHEMA)).isEqualTo(3);
    }

    @Test
    void aSchemaThatIsNotCompatibleIsRefusedInWords() {
        answers.add(new Answer(409, "{\"message\":\"incompatible\"}"));
        assertThatThrownBy(() -> registry(true).idOf("units.alive-value", SCHEMA))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("units.alive-value")
                .hasMessageContaining("incompatible");
    }

    private SchemaRegistry registry(boolean register) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/ccompat";
        return new RegistrySettings(List.of(url), register, "me", "hush").open();
    }
}
