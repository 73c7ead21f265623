package dev.vigil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Measurements;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredFactsTest {
    private static String page(Map<String, Double> others) {
        Measurements measured = Measurements.NONE.withOthers(others);
        return MeasuredFacts.of(MeasuredFrames.frame(1, "r", measured), true).markup();
    }

    @Test
    void anAirmassThatOnlyTheTelescopeTellsSaysThatASiteIsLacking() {
        assertThat(page(Map.of("airmass", 1.37)))
                .contains("1.37, by the telescope")
                .contains("nothing is told of moon and sun")
                .contains("`site` in the instrument profile");
        assertThat(page(Map.of("airmass", 1.37, "sunAltitude", -41.5)))
                .contains("1.37, by the telescope")
                .contains("where it looked is not known");
        assertThat(page(Map.of("airmass", 1.37, "sunAltitude", -41.5, "moonSeparation", 60.0)))
                .contains("<dd>1.37</dd>")
                .doesNotContain("telescope");
    }
}
