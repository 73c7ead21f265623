package dev.vigil.progress.standing;

import dev.vigil.progress.standing.Judged.Verdict;
import dev.vigil.schemas.events.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a frame adds to the series of its night.
 *
 * @param night the night
 * @param sighted when it was sighted, complete if it is
 * @param verdict what the producer makes of its file
 * @param numbers its numbers
 */
public record Counting(NightKey night, Instant sighted, Verdict verdict, List<Counted> numbers) {
    public Counting {
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(sighted, "sighted");
        Objects.requireNonNull(verdict, "verdict");
        numbers = List.copyOf(numbers);
    }

    /** Where a number is counted. */
    public SeriesKey seriesOf(Counted counted) {
        NightKey of = counted.night()
                .map(other -> new NightKey(night.unit(), Optional.of(other)))
                .orElse(night);
        return new SeriesKey(of, counted.series());
    }

    /** What a frame adds where it stands; nothing for a frame that nothing counts. */
    public static Optional<Counting> of(Standing standing) {
        return standing.judged()
                .filter(judged -> !judged.counted().isEmpty())
                .map(judged -> new Counting(
                        standing.belonging().nightKey(),
                        standing.at(Milestone.ANNOUNCED)
                                .or(() -> standing.at(Milestone.SEEN))
                                .map(Span::first)
                                .orElse(judged.at()),
                        judged.verdict(),
                        judged.counted()));
    }
}
