package dev.vigil.common.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PauseTest {
    private final Pause pause = new Pause(Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void itDoublesEachTimeWithSomeChanceInIt() {
        assertThat(pause.next()).isBetween(Duration.ofMillis(75), Duration.ofMillis(125));
        assertThat(pause.next()).isBetween(Duration.ofMillis(150), Duration.ofMillis(250));
        assertThat(pause.next()).isBetween(Duration.ofMillis(300), Duration.ofMillis(500));
    }

    @Test
    void itGrowsNoLongerThanTheLimit() {
        IntStream.range(0, 100).forEach(i -> pause.next());
        assertThat(pause.next()).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
    }

    @Test
    void afterASuccessItStartsOver() {
        IntStream.range(0, 5).forEach(i -> pause.next());
        pause.reset();
        assertThat(pause.next()).isBetween(Duration.ofMillis(75), Duration.ofMillis(125));
    }

    @Test
    void manyDoNotTryAtOnce() {
        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> new Pause(Duration.ofSeconds(100), Duration.ofSeconds(100)).next()))
                .satisfies(
                        pauses -> assertThat(pauses.stream().distinct().count()).isGreaterThan(1));
    }
}
