package dev.vigil.cli.nights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.ledger.SkyQuality;
import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SkyTableTest {
    private static SkyQuality sky(String name, double zeroPoint) {
        return new SkyQuality(
                new FrameId("7DT05/2026-11-19/" + name),
                LocalDate.of(2026, 11, 19),
                "r",
                zeroPoint,
                25,
                Optional.of(0.01),
                Optional.of(0.01),
                Optional.of("clear"));
    }

    private static final SkyTable SKIES =
            new SkyTable(List.of(sky("clear.fits", 24.95), sky("cloud.fits", 23.5), sky("good.fits", 25)));

    @Test
    void aTableTellsTheSkyOfEachFrameAndCountsThem() {
        assertThat(String.join("\n", SKIES.text()))
                .contains("clear.fits", "the survey's word", "95 %", "25 %", "cloudy", "photometric", "24.950")
                .endsWith("2 photometric\n1 cloudy");
    }

    @Test
    void jsonHasTheNumbers() throws Exception {
        JsonNode cloud = new ObjectMapper().readTree(SKIES.json().get(1));
        assertThat(cloud.get("sky").asText()).isEqualTo("cloudy");
        assertThat(cloud.get("transparency").asDouble()).isBetween(0.25, 0.252);
        assertThat(cloud.get("night").asText()).isEqualTo("2026-11-19");
    }

    @Test
    void withoutZeroPointsItSaysWhatIsMissing() {
        assertThat(new SkyTable(List.of()).text()).singleElement().asString().contains("calibrator.references");
    }
}
