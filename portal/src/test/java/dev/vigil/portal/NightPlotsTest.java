package dev.vigil.portal;

import static dev.vigil.portal.MeasuredFrames.frame;
import static dev.vigil.portal.MeasuredFrames.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.ledger.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightPlotsTest {
    private static List<Measured> night(int frames) {
        List<Measured> night = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            night.add(frame(i, i % 2 == 0 ? "r" : "<g>", measured(3 + 0.01 * i, 0.05, 1000 + i, 400)));
        }
        return night;
    }

    @Test
    void aNightHasAPlotOfEachThingThatWasMeasuredAndNoEmptyOnes() {
        String plots = NightPlots.of(night(90), Map.of()).markup();
        assertThat(plots).contains("Seeing", "Sky", "Sources").doesNotContain("Zero point", "Depth");
        assertThat(plots.split("<circle class=\"c", -1))
                .as("three plots and a legend of two")
                .hasSize(1 + 3 * 90 + 2);
        assertThat(plots).contains(">01:30<", ">02:00<").doesNotContain("NaN").contains("&lt;g&gt;");
    }

    @Test
    void beforeTwoFramesAreMeasuredThereIsNoPlot() {
        assertThat(NightPlots.of(night(1), Map.of()).markup()).isEqualTo("<div id=\"plots\"></div>\n");
    }

    @Test
    void framesOfOneMomentAndOneValueAreDrawnToo() {
        List<Measured> night = List.of(frame(1, "r", measured(3, 0.1, 7, 1)), frame(1, "r", measured(3, 0.1, 7, 1)));
        assertThat(NightPlots.of(night, Map.of()).markup()).contains("<circle").doesNotContain("NaN", "Infinity");
    }

    @Test
    void oneValueFarAboveTheOthersIsDrawnAtTheTopAndSaysSo() {
        List<Measured> spread = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            spread.add(frame(i, "r", measured(3, 0.05, 1000, 400 + i)));
        }
        spread.add(frame(31, "r", measured(3, 0.05, 1000, 90_000)));
        assertThat(NightPlots.of(spread, Map.of()).markup())
                .contains("c0 beyond", "90000 electrons per pixel, above this plot");
    }

    @Test
    void theLinesOfAPlotAreToldFromEachOtherHoweverCloseTheyAre() {
        Chart.Axis axis = Chart.Axis.around(25.121, 25.168);
        assertThat(axis.lines().stream().map(line -> axis.words(line, 0)))
                .doesNotHaveDuplicates()
                .contains("25.14");
        assertThat(axis.words(25.12345, 1)).isEqualTo("25.123");
    }

    @Test
    void theLinesOfAPlotAreRoundNumbersAndSpanTheValues() {
        Chart.Axis axis = Chart.Axis.around(3.03, 3.98);
        assertThat(axis.lines()).hasSizeBetween(3, 7);
        assertThat(axis.least()).isCloseTo(3.0, within(1e-9));
        assertThat(axis.most()).isCloseTo(4.0, within(1e-9));
    }
}
