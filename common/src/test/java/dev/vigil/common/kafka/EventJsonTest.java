package dev.vigil.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-11-19T22:00:00Z");

    @Test
    void anEventIsOneLineThatAPersonCanRead() throws Exception {
        JsonNode json = new ObjectMapper().readTree(EventJson.line(announced()));
        assertThat(EventJson.line(announced())).doesNotContain("\n");
        assertThat(json.at("/at").asText()).isEqualTo("2026-11-19T22:00:00Z");
        assertThat(json.at("/size").asLong()).isEqualTo(2880);
        assertThat(json.at("/identity/type").asText()).isEqualTo("SCIENCE");
    }

    @Test
    void aRecordThatOnlyTypesATextIsThatText() {
        assertThat(EventJson.of(announced()).at("/identity/frame").asText()).isEqualTo("T1/a.fits");
    }

    @Test
    void oneOfSeveralFormsSaysWhichItIs() {
        assertThat(EventJson.of(announced()).get("judgement").toString())
                .isEqualTo("{\"is\":\"Arriving\",\"why\":\"still growing\"}");
    }

    @Test
    void whatIsNotKnownIsNull() {
        assertThat(EventJson.of(announced()).at("/identity/night").isNull()).isTrue();
    }

    @Test
    void durationsAreSecondsAndListsAndMapsStayWhatTheyAre() {
        assertThat(EventJson.line(Duration.ofMillis(1500))).isEqualTo("1.5");
        assertThat(EventJson.line(List.of(1, true, "x"))).isEqualTo("[1,true,\"x\"]");
        assertThat(EventJson.line(Map.of("b", 2.5, "a", 1L))).isEqualTo("{\"a\":1,\"b\":2.5}");
    }

    @Test
    void overSeveralLinesItSaysTheSame() throws Exception {
        assertThat(EventJson.pretty(announced())).contains(System.lineSeparator());
        assertThat(new ObjectMapper().readTree(EventJson.pretty(announced())))
                .isEqualTo(new ObjectMapper().readTree(EventJson.line(announced())));
    }

    private static FrameAnnounced announced() {
        FrameIdentity identity = new FrameIdentity(
                new FrameId("T1/a.fits"),
                1,
                "T1",
                Optional.empty(),
                NightSource.UNKNOWN,
                "exposure",
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
        return new FrameAnnounced(identity, AT, "T1/a.fits", 2880, AT, new Arriving("still growing"));
    }
}
