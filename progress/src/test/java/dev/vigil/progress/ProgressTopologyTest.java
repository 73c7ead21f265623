package dev.vigil.progress;

import static dev.vigil.progress.standing.Telescope.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.progress.standing.Telescope;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTopologyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Driven driven = new Driven();
    private final Telescope frame = Telescope.science("a.fits");

    @AfterEach
    void close() {
        driven.close();
    }

    @Test
    void theTopologyIsTheOneThatIsWrittenDown() throws IOException {
        String described = ProgressTopology.of(new WireFormat(new BundledRegistry()), SECOND)
                .describe()
                .toString();
        try (InputStream golden = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(described.strip()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void theFirstNewsIsToldAtOnce() {
        driven.say(frame.taken(1));

        assertThat(driven.told(Topics.PROGRESS_NIGHTS)).hasSize(1);
    }

    @Test
    void aNightIsToldOnceASecondAtMostAndItsLastStateAlways() {
        for (int i = 0; i < 50; i++) {
            driven.say(Telescope.science(i + ".fits").taken(i));
        }
        assertThat(driven.told(Topics.PROGRESS_NIGHTS)).hasSize(1);

        driven.pass(SECOND);
        List<KeyValue<String, JsonNode>> told = driven.told(Topics.PROGRESS_NIGHTS);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).value.path("seen").asInt()).isEqualTo(50);

        driven.pass(SECOND.multipliedBy(10));
        assertThat(driven.told(Topics.PROGRESS_NIGHTS)).isEmpty();
    }

    @Test
    void aFrameIsToldOnlyWhenItStandsElsewhere() {
        driven.say(frame.taken(1), frame.taken(1), frame.transferred(2), frame.quickLook(3), frame.transferred(2));
        driven.say(frame.reduced(4), frame.recorded(5), frame.reduced(9));

        assertThat(driven.told(Topics.PROGRESS_FRAMES))
                .extracting(told -> told.value.path("standing").asText() + " "
                        + told.value.path("stage").asText())
                .containsExactly("onTheWay transfer", "onTheWay reduction", "onTheWay recording", "recorded recording");
    }

    @Test
    void aFrameIsToldInWordsThatAPersonReads() {
        driven.say(frame.refused(1));

        assertThat(driven.told(Topics.PROGRESS_FRAMES).get(0).value)
                .hasToString("{\"unit\":\"7DT05\",\"night\":\"2026-11-19\",\"frame\":\"7DT05/2026-11-19/a.fits\","
                        + "\"revision\":1,\"type\":\"science\",\"standing\":\"failed\",\"stage\":\"sighting\","
                        + "\"reason\":\"a.fits is a text file\",\"remedy\":\"write it again as FITS\","
                        + "\"since\":\"2026-11-19T21:40:12Z\",\"at\":\"2026-11-19T21:40:12Z\"}");
    }

    @Test
    void aFrameWhoseNightBecomesKnownMovesThere() {
        driven.say(frame.night(Optional.empty()).arriving(1));
        driven.pass(SECOND);
        assertThat(driven.told(Topics.PROGRESS_NIGHTS))
                .extracting(told -> told.key)
                .containsOnly("7DT05/unknown");

        driven.say(frame.taken(2));
        driven.pass(SECOND);
        assertThat(driven.told(Topics.PROGRESS_NIGHTS))
                .anySatisfy(told -> {
                    assertThat(told.key).isEqualTo("7DT05/unknown");
                    assertThat(told.value).isNull();
                })
                .anySatisfy(told -> {
                    assertThat(told.key).isEqualTo("7DT05/2026-11-19");
                    assertThat(told.value.path("seen").asInt()).isEqualTo(1);
                });
    }

    @Test
    void aNightIsCompleteWhenTheProducerSaysThatItIsOver() {
        driven.say(frame.taken(1), frame.recorded(5));
        driven.say(Driven.alive(NIGHT, 10));
        driven.pass(SECOND);
        assertThat(lastNight().path("complete").asBoolean()).isFalse();

        driven.say(Driven.alive(NIGHT.plusDays(1), 20));
        driven.pass(SECOND);
        assertThat(lastNight().path("complete").asBoolean()).isTrue();
    }

    @Test
    void aNightIsCompleteAlsoWhenItsLastNewsComesBehindTheProducersWord() {
        driven.say(frame.taken(1));
        driven.say(Driven.alive(NIGHT.plusDays(1), 20));
        driven.say(frame.recorded(30));
        driven.pass(SECOND);

        assertThat(lastNight().path("complete").asBoolean()).isTrue();
    }

    @Test
    void whatCannotBeDecodedIsParkedAndDelaysNothing() {
        driven.sayBytes(
                Topics.FRAMES_REDUCED, "7DT05/x".getBytes(StandardCharsets.UTF_8), new byte[] {7, 7, 7, 7, 7, 7});
        driven.sayBytes(Topics.UNITS_ALIVE, null, null);
        driven.say(frame.taken(1));

        List<TestRecord<byte[], byte[]>> parked = driven.deadLetters();
        assertThat(parked).hasSize(2);
        assertThat(parked.get(0).value()).containsExactly(7, 7, 7, 7, 7, 7);
        assertThat(DeadLetter.text(parked.get(0).headers(), DeadLetter.TOPIC)).isEqualTo("frames.reduced");
        assertThat(DeadLetter.text(parked.get(0).headers(), DeadLetter.SERVICE)).isEqualTo("progress");
        assertThat(driven.told(Topics.PROGRESS_NIGHTS)).hasSize(1);
    }

    private JsonNode lastNight() {
        List<KeyValue<String, JsonNode>> told = driven.told(Topics.PROGRESS_NIGHTS);
        return told.get(told.size() - 1).value;
    }
}
