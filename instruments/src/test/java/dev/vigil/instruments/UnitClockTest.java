package dev.vigil.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What tells something of a clock is said, and what tells nothing raises no alarm. */
class UnitClockTest {
    private static final Instant DUSK = Instant.parse("2026-11-20T01:00:00Z");
    private static final Duration EXPOSURE = Duration.ofSeconds(30);
    private static final Duration CADENCE = Duration.ofSeconds(120);
    private static final Duration WRITING = Duration.ofSeconds(3);

    private static final Profile LATISS = Profiles.bundled().profileFor("LATISS");

    private final UnitClock clock = new UnitClock(LATISS);

    private static Instant start(int number) {
        return DUSK.plus(CADENCE.multipliedBy(number));
    }

    private static Instant written(int number) {
        return start(number).plus(EXPOSURE).plus(WRITING);
    }

    /** A frame whose header says that it began then. */
    private FrameDescription frame(int number, Instant start, Instant modified) {
        return frame(clock, number, start, modified);
    }

    private static FrameDescription frame(UnitClock clock, int number, Instant start, Instant modified) {
        String path = String.format("2026-11-19/AT_O_20261119_%06d.fits", number);
        return Frames.frame(clock.seen(path, judged(path, number, start), modified));
    }

    private static Judged judged(String path, int number, Instant start) {
        return LATISS.judge(new FrameSource(
                "LATISS",
                path,
                List.of(Frames.image(
                        0,
                        Frames.science()
                                .put("IMGTYPE", "OBJECT", "")
                                .put("TIMESYS", "UTC", "")
                                .put("EXPTIME", EXPOSURE.toSeconds(), "")
                                .put("SEQNUM", number, "")
                                .put("DATE-BEG", start.toString(), "")
                                .build())),
                Instant.parse("2026-11-21T12:00:00Z")));
    }

    @Test
    void aNightThatIsWrittenAsItIsTakenRaisesNoAlarm() {
        for (int n = 1; n < 40; n++) {
            assertThat(frame(n, start(n), written(n)).flags()).isEmpty();
        }
    }

    @Test
    void aFileThatWasWrittenBeforeItsExposureEndedHasAClockThatIsAhead() {
        FrameDescription ahead = frame(1, start(1).plus(Duration.ofHours(5)), written(1));
        assertThat(ahead.flags()).containsExactly(Flag.WRITTEN_BEFORE_ITS_END);
        assertThat(ahead.remarks().get(Flag.WRITTEN_BEFORE_ITS_END))
                .contains("4 h 59 min, whole hours as between a local time and UTC")
                .contains("ahead of the disk's");
    }

    @Test
    void aFileThatWasGivenTheTimeOfItsStartOrOneOfAnotherYearTellsNothing() {
        UnitClock longExposures = new UnitClock(LATISS);
        assertThat(frame(1, start(1), start(1)).flags()).isEmpty();
        assertThat(frame(longExposures, 1, start(1), Instant.parse("1980-01-01T00:00:00Z"))
                        .flags())
                .isEmpty();
    }

    @Test
    void filesThatWereCopiedLaterTellNothing() {
        Instant morning = start(400);
        for (int n = 1; n < 200; n++) {
            assertThat(frame(n, start(n), morning.plusMillis(300L * n)).flags())
                    .as("copied at once, number " + n)
                    .isEmpty();
        }
    }

    @Test
    void filesThatACopierTakesEveryHourTellNothing() {
        for (int n = 1; n < 200; n++) {
            Instant nextHour = Instant.ofEpochSecond((written(n).getEpochSecond() / 3600 + 1) * 3600);
            assertThat(frame(n, start(n), nextHour.plusSeconds(n % 30)).flags())
                    .as("number " + n)
                    .isEmpty();
        }
    }

    @Test
    void wholeHoursFrameAfterFrameAreALocalTime() {
        for (int n = 1; n <= 12; n++) {
            List<Flag> flags =
                    frame(n, start(n).minus(Duration.ofHours(5)), written(n)).flags();
            boolean isShown = start(n).isAfter(start(1).plus(Duration.ofMinutes(9)));
            assertThat(flags.contains(Flag.CLOCK_WHOLE_HOURS_OFF))
                    .as("number " + n)
                    .isEqualTo(isShown);
        }
        assertThat(frame(13, start(13).minus(Duration.ofHours(5)), written(13)).remarks())
                .hasEntrySatisfying(
                        Flag.CLOCK_WHOLE_HOURS_OFF,
                        words -> assertThat(words).contains("5 h 0 min, whole hours", "so were the 12 before it"));
        assertThat(frame(14, start(14), written(14)).flags())
                .as("the clock was set right")
                .doesNotContain(Flag.CLOCK_WHOLE_HOURS_OFF);
    }

    @Test
    void aStartOutOfTheOrderOfTheNumbersIsSaidWithTheOtherFrameAndTheAmount() {
        goodFrames(1, 10);
        FrameDescription odd = frame(11, start(11).minus(Duration.ofHours(5)), Instant.EPOCH);
        assertThat(odd.flags()).containsExactly(Flag.START_OUT_OF_ORDER);
        assertThat(odd.remarks().get(Flag.START_OUT_OF_ORDER))
                .contains("4 h 58 min", "before AT_O_20261119_000010.fits, whose number is lower");
        goodFrames(12, 20);
    }

    @Test
    void framesThatComeTheNewestFirstAccuseTheOneThatIsWrong() {
        for (int n = 20; n > 11; n--) {
            assertThat(frame(n, start(n), Instant.EPOCH).flags()).isEmpty();
        }
        assertThat(frame(11, start(11).minus(Duration.ofHours(5)), Instant.EPOCH)
                        .flags())
                .isEmpty();
        FrameDescription neighbour = frame(10, start(10), Instant.EPOCH);
        assertThat(neighbour.flags()).containsExactly(Flag.NEIGHBOUR_OUT_OF_ORDER);
        assertThat(neighbour.remarks().get(Flag.NEIGHBOUR_OUT_OF_ORDER))
                .contains("the time of AT_O_20261119_000011.fits is wrong");
        assertThat(clock.afterthoughts()).singleElement().satisfies(thought -> {
            assertThat(thought.path()).isEqualTo("2026-11-19/AT_O_20261119_000011.fits");
            assertThat(thought.flag()).isEqualTo(Flag.START_OUT_OF_ORDER);
            assertThat(thought.words()).contains("before AT_O_20261119_000010.fits", "this one's time that is wrong");
        });
        assertThat(clock.afterthoughts()).isEmpty();
        for (int n = 9; n > 0; n--) {
            assertThat(frame(n, start(n), Instant.EPOCH).flags()).isEmpty();
        }
    }

    @Test
    void aFarNumberThatWasRightIsNotAccused() {
        goodFrames(20, 21);
        goodFrames(5, 5);
        FrameDescription odd = frame(19, start(19).minus(Duration.ofHours(5)), Instant.EPOCH);
        assertThat(odd.flags()).containsExactly(Flag.START_OUT_OF_ORDER);
        assertThat(clock.afterthoughts()).isEmpty();
        goodFrames(6, 18);
    }

    @Test
    void aClockThatIsSetDuringTheNightIsSaidAndThenAccepted() {
        for (int n = 1; n <= 10; n++) {
            frame(n, start(n).plus(Duration.ofHours(5)), Instant.EPOCH);
        }
        int said = 0;
        for (int n = 11; n <= 40; n++) {
            said += frame(n, start(n), Instant.EPOCH).flags().isEmpty() ? 0 : 1;
        }
        assertThat(said).isBetween(1, 4);
    }

    @Test
    void numbersThatBeginAnewTellNoOrder() {
        goodFrames(1, 10);
        for (int n = 1; n <= 10; n++) {
            String path = String.format("2026-11-19/again/AT_O_20261119_%06d.fits", n);
            Judged judged = clock.seen(path, judged(path + "x", n, start(n + 20)), Instant.EPOCH);
            assertThat(Frames.frame(judged).flags()).isEmpty();
        }
    }

    @Test
    void theSameFrameAgainIsNoNews() {
        goodFrames(1, 10);
        goodFrames(1, 10);
    }

    @Test
    void whatWasAnnouncedBeforeIsRemembered() {
        clock.learn(
                Optional.of(LocalDate.of(2026, 11, 19)),
                10,
                "2026-11-19/AT_O_20261119_000010.fits",
                "x",
                start(10),
                false);
        assertThat(frame(11, start(5), Instant.EPOCH).flags()).containsExactly(Flag.START_OUT_OF_ORDER);
    }

    @Test
    void namesWhoseNumbersBeginAnewForEachTargetTellNoOrder() {
        UnitClock seven = new UnitClock(Profiles.bundled().profileFor("7DT01"));
        for (int n = 9; n > 0; n--) {
            String path = "2026-11-19/7DT01_20261120_01000" + (9 - n) + "_T1_r_1x1_100.0s_000" + n + ".fits";
            Judged judged = Profiles.bundled()
                    .profileFor("7DT01")
                    .judge(new FrameSource(
                            "7DT01",
                            path,
                            List.of(Frames.image(
                                    0,
                                    Frames.science()
                                            .put(
                                                    "DATE-OBS",
                                                    DUSK.plusSeconds(9 - n).toString(),
                                                    "")
                                            .build())),
                            Frames.NOW));
            assertThat(Frames.frame(seven.seen(path, judged, Frames.NOW)).flags())
                    .doesNotContain(Flag.START_OUT_OF_ORDER, Flag.NEIGHBOUR_OUT_OF_ORDER);
        }
    }

    @Test
    void aProfileMayExcludeOrRefuseWhatHasABadClock() {
        FrameDescription odd = frame(1, start(1).plus(Duration.ofHours(5)), written(1));
        ClockRules none = new ClockRules(Duration.ofMinutes(2), Set.of(), Set.of());
        ClockRules excludes = new ClockRules(Duration.ofMinutes(2), Set.of(Flag.WRITTEN_BEFORE_ITS_END), Set.of());
        ClockRules refuses = new ClockRules(Duration.ofMinutes(2), Set.of(), Set.of(Flag.WRITTEN_BEFORE_ITS_END));
        assertThat(none.judge(odd)).isInstanceOf(Judged.Described.class);
        assertThat(((Judged.Excluded) excludes.judge(odd)).rule()).isEqualTo("clock");
        Judged.Refused refused = (Judged.Refused) refuses.judge(odd);
        assertThat(refused.category()).isEqualTo(RefusalCategory.IMPOSSIBLE_VALUE);
        assertThat(refused.reason()).contains("4 h 59 min");
        assertThat(refused.remedy()).contains("clock");
    }

    @Test
    void amountsAreSaidInTheirTwoLargestUnits() {
        assertThat(Optional.of(Duration.ofSeconds(-7)).map(Amount::of)).contains("7 s");
        assertThat(Amount.of(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Amount.of(Duration.ofMinutes(283))).isEqualTo("4 h 43 min");
        assertThat(Amount.of(Duration.ofHours(100))).isEqualTo("4 d 4 h");
        assertThat(Amount.wholeHours(Duration.ofMinutes(-299))).isEqualTo(5);
        assertThat(Amount.wholeHours(Duration.ofMinutes(283))).isZero();
        assertThat(Amount.wholeHours(Duration.ofHours(20))).isZero();
    }

    private void goodFrames(int from, int to) {
        for (int n = from; n <= to; n++) {
            assertThat(frame(n, start(n), Instant.EPOCH).flags())
                    .as("number " + n)
                    .isEmpty();
        }
    }
}
