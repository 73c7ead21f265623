package dev.vigil.progress.standing;

import dev.vigil.progress.standing.Judged.Verdict;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.Whole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The numbers that the files of a night have in one series: those of an exposure, or those that run on through the night.
 *
 * <p>It is a sum over the frames: {@link #minus} takes back what {@link #plus} gave, in whichever order. What a person has written off stays so.
 *
 * @param seen the numbers that files have
 * @param of the numbers of the whole, where they are known beforehand
 * @param closed the numbers that persons have written off
 * @param told from which to which number persons expect them, whatever has come
 */
public record Series(SortedMap<Long, Seen> seen, Optional<Whole> of, List<Closed> closed, Optional<Range> told) {
    /** A series of which nothing was heard. */
    public static final Series EMPTY = new Series(new TreeMap<>(), Optional.empty(), List.of(), Optional.empty());

    public Series {
        seen = Collections.unmodifiableSortedMap(new TreeMap<>(seen));
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(told, "told");
        closed = closed.stream().distinct().sorted(Closed.ORDER).toList();
    }

    /**
     * Files that have a number.
     *
     * @param files how many
     * @param first when the first of them was sighted
     */
    public record Seen(Files files, Instant first) {
        public Seen {
            Objects.requireNonNull(files, "files");
            Objects.requireNonNull(first, "first");
        }

        private Seen plus(Seen other) {
            return new Seen(files.plus(other.files, 1), first.isBefore(other.first) ? first : other.first);
        }

        private Optional<Seen> minus(Files gone) {
            Files left = files.plus(gone, -1);
            return left.all() == 0 ? Optional.empty() : Optional.of(new Seen(left, first));
        }
    }

    /**
     * How many files there are.
     *
     * @param all of whatever kind
     * @param doubtful those that may be of another series instead
     * @param arriving those of which a part is here
     * @param stalled those of which nothing more comes
     */
    public record Files(int all, int doubtful, int arriving, int stalled) {
        private static Files one(Counted counted, Verdict verdict) {
            return new Files(
                    1,
                    counted.doubtful() ? 1 : 0,
                    verdict == Verdict.ARRIVING ? 1 : 0,
                    verdict == Verdict.STALLED ? 1 : 0);
        }

        private Files plus(Files other, int times) {
            return new Files(
                    all + times * other.all,
                    doubtful + times * other.doubtful,
                    arriving + times * other.arriving,
                    stalled + times * other.stalled);
        }

        private boolean isSure() {
            return all > doubtful;
        }

        /** Whether one of them is whole, or as good as it will get. */
        private boolean isHere() {
            return all > arriving + stalled;
        }

        private boolean isArriving() {
            return !isHere() && arriving > 0;
        }

        private boolean isStalled() {
            return !isHere() && arriving == 0;
        }
    }

    /**
     * Numbers that a person has written off.
     *
     * @param range the numbers
     * @param words who did so, and why
     */
    public record Closed(Range range, String words) {
        static final Comparator<Closed> ORDER = Comparator.<Closed>comparingLong(
                        each -> each.range().first())
                .thenComparing(each -> each.range().last())
                .thenComparing(Closed::words);

        public Closed {
            Objects.requireNonNull(range, "range");
            Objects.requireNonNull(words, "words");
        }
    }

    /** With one more file. */
    public Series plus(Counted counted, Instant sighted, Verdict verdict) {
        SortedMap<Long, Seen> more = new TreeMap<>(seen);
        more.merge(counted.number(), new Seen(Files.one(counted, verdict), sighted), Seen::plus);
        return new Series(more, of.or(counted::of), closed, told);
    }

    /** Without a file that was added. */
    public Series minus(Counted counted, Verdict verdict) {
        SortedMap<Long, Seen> fewer = new TreeMap<>(seen);
        fewer.computeIfPresent(
                counted.number(),
                (number, each) -> each.minus(Files.one(counted, verdict)).orElse(null));
        return new Series(fewer, of, closed, told);
    }

    /** With numbers written off. */
    public Series close(Closed numbers) {
        return new Series(
                seen, of, Stream.concat(closed.stream(), Stream.of(numbers)).toList(), told);
    }

    /** With numbers that the camera has used, by what a person knows. */
    public Series expect(Range numbers) {
        return new Series(seen, of, closed, Optional.of(told.map(numbers::and).orElse(numbers)));
    }

    /** Whether nothing is known of it any more. */
    public boolean isEmpty() {
        return seen.isEmpty() && closed.isEmpty() && told.isEmpty();
    }

    /** Whether it is known to be there: a file is surely of it, or a person spoke of it. */
    public boolean isSure() {
        return !closed.isEmpty() || told.isPresent() || !numbers(Files::isSure).isEmpty();
    }

    /** The numbers that no file has, and nobody has written off, between the lowest and the highest that are surely of this series, or that a person expects. */
    public Missing missing() {
        return expected().map(this::missingOf).orElse(Missing.NONE);
    }

    private Optional<Range> expected() {
        Optional<Range> used = used();
        return used.map(range -> told.map(range::and).orElse(range)).or(() -> told);
    }

    private Optional<Range> used() {
        List<Long> sure = numbers(Files::isSure);
        return sure.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(
                        of.map(Whole::first).orElse(sure.get(0)),
                        of.map(Whole::last).orElse(sure.get(sure.size() - 1))));
    }

    private Missing missingOf(Range expected) {
        List<Range> gaps = new ArrayList<>();
        long next = expected.first();
        for (long number : seen.keySet()) {
            between(next, Math.min(number - 1, expected.last()), gaps);
            next = Math.max(next, number + 1);
        }
        between(next, expected.last(), gaps);
        return Missing.of(gaps);
    }

    /** The same at a time: of an exposure whose files are still coming in nothing is missing yet. */
    public Missing missingAt(Instant now) {
        Missing left = missing();
        boolean isQuiet = quietFrom().filter(from -> from.isAfter(now)).isEmpty();
        return left.isNone() || isQuiet ? left : Missing.ARRIVING;
    }

    /** From when on an exposure's files have been quiet for long; nothing for numbers that run on. */
    public Optional<Instant> quietFrom() {
        return of.filter(whole -> !seen.isEmpty()).map(whole -> quietFrom(whole.quiet()));
    }

    private Instant quietFrom(Duration quiet) {
        Instant last = Instant.MAX.minus(quiet);
        for (Map.Entry<Long, Seen> each : inOrderOfTime(any -> true)) {
            Instant sighted = each.getValue().first();
            if (sighted.isAfter(last.plus(quiet))) {
                break;
            }
            last = sighted;
        }
        return last.plus(quiet);
    }

    /** The numbers between two that nobody has written off. */
    private void between(long first, long last, List<Range> gaps) {
        long next = first;
        for (Closed each : closed) {
            Range range = each.range();
            if (range.last() >= next && range.first() <= last) {
                add(next, range.first() - 1, gaps);
                next = range.last() + 1;
            }
        }
        add(next, last, gaps);
    }

    private static void add(long first, long last, List<Range> gaps) {
        if (first <= last) {
            gaps.add(new Range(first, last));
        }
    }

    /** Files of an exposure that came when it had been quiet for long, or when it was known that no more were to come. */
    public List<Long> late(Optional<Instant> settled) {
        return of.map(whole -> lateAfter(whole.quiet(), settled.orElse(Instant.MAX)))
                .orElse(List.of());
    }

    private List<Long> lateAfter(Duration quiet, Instant settled) {
        List<Long> late = new ArrayList<>();
        Instant lastInTime = Instant.MAX.minus(quiet);
        for (Map.Entry<Long, Seen> each : inOrderOfTime(Files::isHere)) {
            Instant sighted = each.getValue().first();
            if (sighted.isAfter(settled) || sighted.isAfter(lastInTime.plus(quiet))) {
                late.add(each.getKey());
            } else {
                lastInTime = sighted;
            }
        }
        return late;
    }

    /** The numbers of which a file is here. */
    public List<Long> here() {
        return numbers(Files::isHere);
    }

    /** The numbers of which a file has begun to come, and none is here. */
    public List<Long> arriving() {
        return numbers(Files::isArriving);
    }

    /** The numbers whose file has stopped coming. */
    public List<Long> stalled() {
        return numbers(Files::isStalled);
    }

    private List<Long> numbers(Predicate<Files> wanted) {
        return seen.entrySet().stream()
                .filter(each -> wanted.test(each.getValue().files()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Map.Entry<Long, Seen>> inOrderOfTime(Predicate<Files> wanted) {
        return seen.entrySet().stream()
                .filter(each -> wanted.test(each.getValue().files()))
                .sorted(Comparator.comparing(
                                (Map.Entry<Long, Seen> each) -> each.getValue().first())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** When the first file was sighted. */
    public Optional<Instant> firstSeen() {
        return seen.values().stream().map(Seen::first).min(Comparator.naturalOrder());
    }

    /** When the last number was first sighted. */
    public Optional<Instant> lastSeen() {
        return seen.values().stream().map(Seen::first).max(Comparator.naturalOrder());
    }
}
