package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Property
    void aQuantileIsWithinTwoPerCentOfTheTrueOne(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 10_000_000) Integer> milliseconds) {
        Latencies latencies = Latencies.NONE;
        for (int each : milliseconds) {
            latencies = latencies.add(Duration.ofMillis(each), 1);
        }
        List<Integer> sorted = milliseconds.stream().sorted().toList();
        for (double share : new double[] {0.5, 0.95, 0.99}) {
            double exact = sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
            assertThat(latencies.quantile(share).orElseThrow()).isCloseTo(exact, within(0.021 * exact));
        }
    }

    @Test
    void withoutAnythingMeasuredThereIsNoQuantile() {
        assertThat(Latencies.NONE.quantile(0.5)).isEmpty();
    }

    @Test
    void whatIsTakenAwayLeavesNothing() {
        Duration second = Duration.ofSeconds(1);

        assertThat(Latencies.NONE.add(second, 1).add(second, -1)).isEqualTo(Latencies.NONE);
    }

    @Test
    void aClockThatIsBehindGivesTheShortestTimeOfAll() {
        assertThat(Latencies.NONE.add(Duration.ofSeconds(-3), 1).quantile(0.5).orElseThrow())
                .isEqualTo(0.001);
    }
}
