package dev.vigil.scheduler.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.schemas.events.FailureCategory;
import java.time.Duration;
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
        assertThat(Attempts.backOff(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Attempts.backOff(2)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Attempts.backOff(3)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Attempts.backOff(99)).isEqualTo(Attempts.backOff(4));
    }
}
