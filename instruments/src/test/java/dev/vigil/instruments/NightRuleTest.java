package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightRuleTest {

    @ParameterizedTest
    @CsvSource({
        "solar-noon, -70.8386, 2026-11-20T03:15:02Z, 2026-11-19",
        "solar-noon, -70.8386, 2026-11-19T16:43:20Z, 2026-11-18",
        "solar-noon, -70.8386, 2026-11-19T16:43:22Z, 2026-11-19",
        "solar-noon, 289.1614, 2026-11-20T03:15:02Z, 2026-11-19",
        "solar-noon, -155.4761, 2026-11-20T10:00:00Z, 2026-11-19",
        "solar-noon, 149.07, 2026-11-20T10:00:00Z, 2026-11-20",
        "utc-date, 0, 2024-05-01T23:59:59Z, 2024-05-01",
        "tai-12h, 0, 2020-05-02T11:59:22Z, 2020-05-01",
        "tai-12h, 0, 2020-05-02T11:59:23Z, 2020-05-02"
    })
    void nightsAreCountedByTheirRule(String rule, double longitude, Instant start, LocalDate night) {
        assertThat(rule(rule).nightOf(start, Optional.of(longitude))).contains(night);
    }

    @Property
    void aNightLastsOneDayFromNoonToNoon(
            @ForAll @LongRange(min = 946_684_800, max = 2_000_000_000) long second,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        Instant start = Instant.ofEpochSecond(second);
        LocalDate night =
                NightRule.SOLAR_NOON.nightOf(start, Optional.of(longitude)).orElseThrow();
        Instant noon =
                night.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC).minusSeconds(Math.round(longitude * 240));
        assertThat(start).isBetween(noon, noon.plus(1, ChronoUnit.DAYS).minusSeconds(1));
    }

    @Property
    void theRollIsNeverFurtherThanHalfADay(
            @ForAll @LongRange(min = 946_684_800, max = 2_000_000_000) long second,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        Duration distance = NightRule.SOLAR_NOON
                .fromRoll(Instant.ofEpochSecond(second), Optional.of(longitude))
                .orElseThrow();
        assertThat(distance).isBetween(Duration.ZERO, Duration.ofHours(12));
    }

    private static NightRule rule(String word) {
        for (NightRule rule : NightRule.values()) {
            if (rule.word().equals(word)) {
                return rule;
            }
        }
        throw new AssertionError(word);
    }

    @Test
    void aNightWithoutASiteIsOverWhenItIsOverEverywhere() {
        Profile anywhere = Profiles.bundled().profileFor("GEN01");
        assertThat(anywhere.nightAt(Instant.parse("2026-11-21T00:00:00Z"))).isEqualTo("2026-11-20");
        assertThat(anywhere.nightAt(Instant.parse("2026-11-20T23:59:59Z"))).isEqualTo("2026-11-19");
    }
}
