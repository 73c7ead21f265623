package dev.vigil.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void whatAScriptSaysOfItsPartsIsReadFromBetweenTheRemarksOfItsLibraries() {
        List<String> printed = List.of("INFO: using the unit adu", "PIXELS 0.5 0.75", "", "SKY 2.0 1.5");
        assertThat(PythonChain.laps(printed))
                .containsOnly(entry(Line.PIXELS, new Lap(0.5, 0.75)), entry(Line.SKY, new Lap(2, 1.5)));
    }

    @Test
    void aPartThatIsDoneTwiceIsCountedTogether() throws Exception {
        Laps laps = new Laps();
        assertThat(laps.take("one", () -> 7)).isEqualTo(7);
        Lap first = laps.all().get("one");
        laps.take("one", () -> 8);
        assertThat(laps.all()).containsOnlyKeys("one");
        assertThat(laps.all().get("one").wall()).isGreaterThan(first.wall());
    }

    @Test
    void theAimsOfTheChainAddUpToThatOfAnExposure() {
        double sum = List.of(Line.values()).stream()
                .filter(Line::isInPeersChain)
                .mapToDouble(line -> line.aim().orElseThrow())
                .sum();
        assertThat(sum).isCloseTo(2.5, within(1e-9));
    }
}
