package dev.vigil.scheduler.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.Amplifier;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.Detector;
import dev.vigil.schemas.events.FrameFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HopelessTest {
    @Test
    void whoseGainIsUnknownIsToldHowToMeasureItForItsProfile() {
        assertThat(remedy("latiss"))
                .contains("in the instrument profile latiss")
                .contains("vigil instrument gain latiss --flats FILE FILE --biases FILE FILE");
        assertThat(remedy("")).contains("vigil instrument gain NAME --flats FILE FILE --biases FILE FILE");
    }

    private static String remedy(String profile) {
        return Hopeless.of(withoutGain(profile)).orElseThrow().remedy();
    }

    private static FrameFacts withoutGain(String profile) {
        Optional<String> unknown = Optional.empty();
        Configuration configuration = new Configuration(
                unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
        Amplifier amplifier = new Amplifier("[1:9,1:9]", unknown, Optional.empty(), Optional.empty(), Optional.empty());
        return new FrameFacts(
                unknown,
                unknown,
                Optional.empty(),
                Optional.empty(),
                configuration,
                List.of(new Detector(0, "CCD", 9, 9, List.of(amplifier))),
                List.of(),
                "imaging",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                unknown,
                profile);
    }
}
