package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurveyLabelTest {
    private static final SurveyLabel LABEL = new SurveyLabel(
            "skyBrightness",
            List.of(new SurveyLabel.Level("clear", 21.5), new SurveyLabel.Level("photometric", 22)),
            "bad");

    @Test
    void theHighestClassThatTheNumberReachesIsTheSurveysWord() {
        assertThat(LABEL.of(Map.of("skyBrightness", 22.0))).contains("photometric");
        assertThat(LABEL.of(Map.of("skyBrightness", 21.7))).contains("clear");
        assertThat(LABEL.of(Map.of("skyBrightness", 12.0))).contains("bad");
    }

    @Test
    void aHeaderThatDoesNotSayHasNoLabel() {
        assertThat(LABEL.of(Map.of("skyLux", 0.1))).isEmpty();
    }

    @Test
    void sevenDtHasItsOwnFiveClassesAndMediumBands() {
        Profile profile = Profiles.bundled().profileFor("7DT05");
        assertThat(profile.onlyBandFor(Optional.of("m400"))).contains("m400");
        assertThat(profile.onlyBandFor(Optional.of("g"))).isEmpty();
        assertThat(profile.yaml()).contains("partly cloudy");
    }
}
