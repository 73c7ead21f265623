package dev.vigil.progress.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.progress.standing.Judged.Verdict;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Whole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final Whole CCDS = new Whole(0, 4, Duration.ofMinutes(5));

    private static Counted number(long number) {
        return new Counted("", number, Optional.empty());
    }

    private static Counted ccd(long number) {
        return new Counted("HSCE1", number, Optional.of(CCDS));
    }

    private static Series of(long... numbers) {
        Series series = Series.EMPTY;
        for (long each : numbers) {
            series = series.plus(number(each), Telescope.at(0), Verdict.TAKEN);
        }
        return series;
    }

    private static Series.Closed closed(long first, long last) {
        return new Series.Closed(new Range(first, last), "ana: never taken");
    }

    @Test
    void numbersBetweenTheLowestAndTheHighestAreMissing() {
        Missing missing = of(120, 118, 126, 121).missing();
        assertThat(missing.count()).isEqualTo(5);
        assertThat(missing.ranges()).extracting(Range::toString).containsExactly("119", "122-125");
    }

    @Test
    void aNumberThatMayBeOfAnotherSeriesFillsAGapAndMakesNone() {
        Counted doubtful = new Counted("", 5, Optional.empty(), true);
        assertThat(of(4, 6).plus(doubtful, Telescope.at(0), Verdict.TAKEN).missing())
                .isEqualTo(Missing.NONE);
        assertThat(of(1, 2, 3).plus(doubtful, Telescope.at(0), Verdict.TAKEN).missing())
                .isEqualTo(Missing.NONE);
        assertThat(of(7, 8).plus(doubtful, Telescope.at(0), Verdict.TAKEN).missing())
                .isEqualTo(Missing.NONE);
        assertThat(Series.EMPTY.plus(doubtful, Telescope.at(0), Verdict.TAKEN).missing())
                .isEqualTo(Missing.NONE);
        assertThat(of(4, 8).plus(doubtful, Telescope.at(0), Verdict.TAKEN)
                        .missing()
                        .ranges())
                .extracting(Range::toString)
                .containsExactly("6-7");
        Series sure = of(3, 5).plus(doubtful, Telescope.at(0), Verdict.TAKEN);
        assertThat(sure.minus(number(5), Verdict.TAKEN).missing()).isEqualTo(Missing.NONE);
        assertThat(sure.minus(doubtful, Verdict.TAKEN)).isEqualTo(of(3, 5));
    }

    @Test
    void aFileThatStoppedComingIsStalledAndNeitherHereNorMissing() {
        Series exposure = Series.EMPTY;
        for (int number = 0; number < 4; number++) {
            exposure = exposure.plus(ccd(number), Telescope.at(number), Verdict.TAKEN);
        }
        Series stalled = exposure.plus(ccd(4), Telescope.at(900), Verdict.STALLED);
        assertThat(stalled.missing()).isEqualTo(Missing.NONE);
        assertThat(stalled.here()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(stalled.stalled()).containsExactly(4L);
        assertThat(stalled.late(Optional.empty())).isEmpty();
        assertThat(stalled.minus(ccd(4), Verdict.STALLED)).isEqualTo(exposure);
        assertThat(exposure.plus(ccd(4), Telescope.at(5), Verdict.ARRIVING).arriving())
                .containsExactly(4L);
    }

    @Test
    void whatIsWrittenOffIsMissingNoMore() {
        Series series = of(1, 10).close(closed(4, 6)).close(closed(9, 30));
        assertThat(series.missing().ranges()).extracting(Range::toString).containsExactly("2-3", "7-8");
        assertThat(series.close(closed(4, 6))).isEqualTo(series);
    }

    @Test
    void aFileThatComesForANumberThatWasWrittenOffIsCountedAsAnyOther() {
        Series series = of(1, 4).close(closed(2, 3)).plus(number(3), Telescope.at(9), Verdict.TAKEN);
        assertThat(series.seen()).containsKey(3L);
        assertThat(series.missing()).isEqualTo(Missing.NONE);
    }

    @Test
    void aNumberThatSeveralFilesHaveIsMissingWhenTheLastOfThemIsGone() {
        Series series = of(1, 2, 2, 3);
        assertThat(series.minus(number(2), Verdict.TAKEN).missing()).isEqualTo(Missing.NONE);
        assertThat(series.minus(number(2), Verdict.TAKEN)
                        .minus(number(2), Verdict.TAKEN)
                        .missing()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aMistypedNumberIsAWideGapAndNoMillionOfThem() {
        assertThat(of(1, 900_000_000_000L).missing())
                .isEqualTo(new Missing(899_999_999_998L, List.of(new Range(2, 899_999_999_999L))));
    }

    @Test
    void ofAnExposureAllNumbersAreExpectedFromTheFirstFileOn() {
        Series exposure = Series.EMPTY.plus(ccd(2), Telescope.at(0), Verdict.TAKEN);
        assertThat(exposure.missing().ranges()).extracting(Range::toString).containsExactly("0-1", "3-4");
    }

    @Test
    void aFileThatComesAfterAQuietTimeMakesANewRevision() {
        Series exposure = Series.EMPTY
                .plus(ccd(0), Telescope.at(0), Verdict.TAKEN)
                .plus(ccd(1), Telescope.at(200), Verdict.TAKEN)
                .plus(ccd(2), Telescope.at(400), Verdict.TAKEN)
                .plus(ccd(3), Telescope.at(900), Verdict.TAKEN)
                .plus(ccd(4), Telescope.at(905), Verdict.TAKEN);
        assertThat(exposure.late(Optional.empty())).containsExactly(3L, 4L);
        assertThat(exposure.late(Optional.of(Telescope.at(300)))).containsExactly(2L, 3L, 4L);
        assertThat(exposure.missing()).isEqualTo(Missing.NONE);
    }

    @Property
    void theOrderOfTheNewsDoesNotMatterAndWhatIsTakenBackWasNeverThere(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 80) Integer> numbers, @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, random);
        Series one = Series.EMPTY.close(closed(5, 9));
        for (int each : numbers) {
            one = one.plus(number(each), Telescope.at(each), Verdict.TAKEN);
        }
        Series other = Series.EMPTY;
        for (int each : shuffled) {
            other = other.plus(number(99), Telescope.at(1), Verdict.TAKEN)
                    .plus(number(each), Telescope.at(each), Verdict.TAKEN)
                    .minus(number(99), Verdict.TAKEN);
        }
        assertThat(other.close(closed(5, 9))).isEqualTo(one);
    }

    @Property
    void aNumberIsSeenOrMissingOrWrittenOffAndNeverTwoOfThem(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 60) Integer> numbers,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 20) int more) {
        Series series =
                of(numbers.stream().mapToLong(Integer::longValue).toArray()).close(closed(from, from + more));
        Set<Long> missing = new HashSet<>();
        series.missing().ranges().forEach(range -> {
            for (long each = range.first(); each <= range.last(); each++) {
                missing.add(each);
            }
        });
        assertThat((long) missing.size()).isEqualTo(series.missing().count());
        for (long each = series.seen().firstKey(); each <= series.seen().lastKey(); each++) {
            boolean isClosed = from <= each && each <= from + more;
            assertThat(missing.contains(each)).isEqualTo(!series.seen().containsKey(each) && !isClosed);
        }
    }
}
