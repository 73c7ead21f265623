package dev.vigil.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {
    private static final Hours OBSERVING = Hours.parse("not 18:00-06:00 Pacific/Honolulu");

    @Test
    void theLineIsClosedFromDuskToDawnAtTheSite() {
        Instant dawn = Instant.parse("2026-11-20T16:00:00Z");
        assertThat(OBSERVING.closedUntil(Instant.parse("2026-11-20T03:59:59Z"))).isEmpty();
        assertThat(OBSERVING.closedUntil(Instant.parse("2026-11-20T04:00:00Z"))).contains(dawn);
        assertThat(OBSERVING.closedUntil(Instant.parse("2026-11-20T12:30:00Z"))).contains(dawn);
        assertThat(OBSERVING.closedUntil(dawn)).isEmpty();
    }

    @Test
    void aTimeWithinOneDayIsClosedToo() {
        Hours lunch = Hours.parse("not 12:00-13:30 UTC");
        assertThat(lunch.closedUntil(Instant.parse("2026-11-20T12:10:00Z")))
                .contains(Instant.parse("2026-11-20T13:30:00Z"));
        assertThat(lunch.closedUntil(Instant.parse("2026-11-20T11:59:00Z"))).isEmpty();
    }

    @Test
    void theEndFollowsTheClocksOfThePlace() {
        Hours chile = Hours.parse("not 20:00-07:00 America/Santiago");
        assertThat(chile.closedUntil(Instant.parse("2026-09-06T03:30:00Z")))
                .contains(Instant.parse("2026-09-06T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "after-night", "not 18:00-06:00 Pacific/Honolulu"})
    void whatIsPrintedCanBeRead(String text) {
        assertThat(Hours.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "never", "not 18-06 UTC", "not 18:00-06:00", "not 25:00-06:00 UTC", "not 06:00-06:00 UTC"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Hours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
