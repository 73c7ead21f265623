package dev.vigil.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FailureCategory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptsTest {
    @Test
    void whatMayHealIsTriedOften() {
        assertThat(Attempts.allowed(FailureCategory.DISK_FULL)).isEqualTo(5);
    }

    @Test
    void whatTheFrameItselfSaysIsNotTriedAgain() {
        assertThat(Attempts.allowed(FailureCategory.GAIN_UNKNOWN)).isEqualTo(1);
        assertThat(Attempts.allowed(FailureCategory.NOT_FITS)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FailureCategory.class)
    void everyCategoryIsTriedAtLeastOnceAndAtMostAsOftenAsIsUsual(FailureCategory category) {
        assertThat(Attempts.allowed(category)).isBetween(1, Attempts.USUAL);
    }

    @Test
    void theBackOffGrowsAndThenStays() {
        assertThat(Attempts.backOff(1, "a")).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(Attempts.backOff(2, "a")).isBetween(Duration.ofMillis(3750), Duration.ofMillis(6250));
        assertThat(Attempts.backOff(3, "a")).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
        assertThat(Attempts.backOff(4, "a")).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
    }

    @Property
    void noBackOffIsLongerThanTheLongestWithItsChance(@ForAll int failures, @ForAll String who) {
        assertThat(Attempts.backOff(failures, who)).isBetween(Duration.ofMillis(750), Duration.ofSeconds(150));
    }

    @Test
    void manyThatFailTogetherDoNotTryAgainTogether() {
        List<Duration> pauses = IntStream.range(0, 1000)
                .mapToObj(number -> Attempts.backOff(4, "transfer:7DT05/2026-11-19/frame" + number + ".fits@1"))
                .toList();
        for (int second = 90; second < 150; second += 6) {
            Duration from = Duration.ofSeconds(second);
            assertThat(pauses.stream()
                            .filter(pause -> pause.compareTo(from) >= 0 && pause.compareTo(from.plusSeconds(6)) < 0))
                    .as("those of the tenth that begins after %s", from)
                    .hasSizeBetween(50, 150);
        }
    }

    @Test
    void newsThatComesAgainLeadsToTheSameBackOff() {
        assertThat(Attempts.backOff(2, "7DT05")).isEqualTo(Attempts.backOff(2, "7DT05"));
    }
}
