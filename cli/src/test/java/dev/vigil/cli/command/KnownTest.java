package dev.vigil.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownTest {
    @Test
    void whatIsNearIsAskedForAndTheOthersFollowTheNearestFirst() {
        assertThat(refusal("7DT5", List.of("HSC", "7DT06", "7DT05")))
                .isEqualTo("there is no unit 7DT5; did you mean 7DT05? There are 7DT05, 7DT06, HSC");
    }

    @Test
    void whatIsLikeNothingIsOnlyToldWhatThereIs() {
        assertThat(refusal("NOPE", List.of("7DT05", "HSC"))).isEqualTo("there is no unit NOPE; there are HSC, 7DT05");
    }

    @Test
    void theOnlyOneIsNamedOnce() {
        assertThat(refusal("HCS", List.of("HSC"))).isEqualTo("there is no unit HCS; did you mean HSC?");
        assertThat(refusal("NOPE", List.of("HSC"))).isEqualTo("there is no unit NOPE; there is HSC");
    }

    @Test
    void whereThereIsNothingThatIsSaid() {
        assertThat(refusal("HSC", List.of())).isEqualTo("there is no unit HSC; there is none yet");
    }

    @Test
    void ofManyOnlyTheNearestAreNamed() {
        List<String> many =
                IntStream.range(100, 400).mapToObj(each -> "CAM" + each).toList();
        assertThat(refusal("CAM0100", many)).contains("There are CAM100, ").endsWith(" and 292 more");
    }

    private static String refusal(String name, List<String> units) {
        return new Known("unit", units).refusal(name);
    }
}
