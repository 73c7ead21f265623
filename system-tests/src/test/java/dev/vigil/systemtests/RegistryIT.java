package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistryException;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.schemas.avro.Schemas;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The registry that the compose file runs, spoken to by Vigil's own client. */
class RegistryIT {
    private static final String IMAGE = "apicurio/apicurio-registry:3.3.3";
    private static final int PORT = 8080;

    private static GenericContainer<?> container;
    private static RegistrySettings settings;

    @BeforeAll
    static void start() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "SKIPPED: no Docker answers on this machine, so " + IMAGE + " is not spoken to");
        container = new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        String url = "http://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/apis/ccompat/v7";
        settings = new RegistrySettings(List.of(url), true, "", "");
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Test
    void whatOneProcessWritesAnotherReads() throws Exception {
        Request request = new Request("r1", "U1", Instant.EPOCH, "me", "why", new CloseFrame(new FrameId("U1/a.fits")));
        byte[] bytes = new WireFormat(settings.open()).encode(Topics.REQUESTS, request);
        assertThat(new WireFormat(settings.open()).decode(Topics.REQUESTS, bytes))
                .isEqualTo(request);
    }

    @Test
    void everySchemaIsTakenAndComesBackUnderItsNumber() throws Exception {
        for (Topic<?> topic : Topics.inAvro().toList()) {
            Schema schema = Schemas.of(topic.type());
            int id = settings.open().idOf(topic.subject(), schema);
            assertThat(settings.open().schemaOf(id)).contains(schema);
        }
    }

    @Test
    void aSchemaThatCouldNotReadWhatWasWrittenIsRefused() throws Exception {
        Topic<?> topic = Topics.UNITS_ALIVE;
        settings.open().idOf(topic.subject(), Schemas.of(topic.type()));
        Schema broken = SchemaBuilder.record(topic.type().getSimpleName())
                .namespace("dev.vigil.schemas.events")
                .fields()
                .requiredString("somethingNew")
                .endRecord();
        assertThatThrownBy(() -> settings.open().idOf(topic.subject(), broken))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(topic.subject());
    }

    @Test
    void aNumberThatWasNeverGivenIsUnknown() throws Exception {
        assertThat(settings.open().schemaOf(99_999_999)).isEmpty();
    }
}
