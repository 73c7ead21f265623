package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListingTimesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-19T22:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ListingTimes times = new ListingTimes(SECOND, Duration.ofSeconds(30));
    private Instant now = BEGIN;

    private void took(Duration time) {
        times.asked(now);
        Instant started = now;
        now = now.plus(time);
        times.came(started, false, now);
    }

    private boolean isDueAfter(Duration time, boolean isWoken) {
        return times.isDue(isWoken, now.plus(time));
    }

    @Test
    void itIsListedAtOnceAndThenAsOftenAsIsSet() {
        assertThat(times.isDue(false, now)).isTrue();
        took(Duration.ofMillis(5));
        assertThat(isDueAfter(Duration.ofMillis(999), false)).isFalse();
        assertThat(isDueAfter(SECOND, false)).isTrue();
    }

    @Test
    void whileAListingIsOutThereIsNoOther() {
        times.asked(now);
        assertThat(isDueAfter(Duration.ofHours(1), true)).isFalse();
    }

    @Test
    void aNoticeMakesItSoonerAndNeverLater() {
        took(Duration.ofMillis(20));
        assertThat(isDueAfter(Duration.ofMillis(150), true)).isFalse();
        assertThat(isDueAfter(Duration.ofMillis(160), true)).isTrue();
        took(Duration.ofSeconds(3));
        assertThat(isDueAfter(Duration.ofMillis(2999), true)).isFalse();
        assertThat(isDueAfter(Duration.ofSeconds(3), true)).isTrue();
    }

    @Test
    void whatTakesLongIsListedHalfOfTheTime() {
        took(Duration.ofSeconds(40));
        assertThat(isDueAfter(Duration.ofSeconds(39), false)).isFalse();
        assertThat(isDueAfter(Duration.ofSeconds(40), false)).isTrue();
    }

    @Test
    void whatGoesOnIsListedAtOnce() {
        times.asked(now);
        times.came(now, true, now.plus(SECOND));
        assertThat(times.isDue(false, now.plus(SECOND))).isTrue();
    }

    /** After a night on which the server of a share was away it was left alone for another night. */
    @Test
    void aDiskThatHungIsListedAgainAsSoonAsOneThatDidNot() {
        times.asked(now);
        Instant started = now;
        now = now.plus(Duration.ofHours(8));
        assertThat(times.hangsSince(started, now)).contains(started);
        times.came(started, false, now);
        assertThat(isDueAfter(SECOND, false)).isTrue();
        assertThat(isDueAfter(SECOND, true)).isTrue();
    }

    @Test
    void aDiskThatAnswersNowAndThenDoesNotHang() {
        times.asked(now);
        assertThat(times.hangsSince(now.plusSeconds(40), now.plusSeconds(60))).isEmpty();
        assertThat(times.hangsSince(now.minusSeconds(40), now.plusSeconds(20))).isEmpty();
        assertThat(times.hangsSince(now.plusSeconds(40), now.plusSeconds(71))).contains(now.plusSeconds(40));
    }
}
