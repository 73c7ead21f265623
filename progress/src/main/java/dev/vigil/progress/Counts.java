package dev.vigil.progress;

import dev.vigil.common.kafka.WireFormat;
import dev.vigil.progress.NightNews.FrameMoved;
import dev.vigil.progress.NightNews.SeriesCounted;
import dev.vigil.progress.standing.Counting;
import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.ExpectNumbers;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps which numbers the files of a night have, says which are missing, and how each exposure of several files stands. */
final class Counts implements Processor<byte[], Object, byte[], Object> {
    /** Files that are copied together come in any order. */
    private static final Duration TOGETHER = Duration.ofSeconds(30);

    private final WireFormat format;
    private final Duration every;
    private final Set<String> untold = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();
    private ProcessorContext<byte[], Object> context;
    private KeyValueStore<String, SeriesRow> rows;
    private Bell bell;

    Counts(WireFormat format, Duration every) {
        this.format = format;
        this.every = every;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> opened) {
        this.context = opened;
        this.rows = opened.getStateStore(Nodes.SERIES);
        try (KeyValueIterator<String, SeriesRow> all = rows.all()) {
            all.forEachRemaining(this::remember);
        }
        this.bell = new Bell(opened, every, this::tell);
        setBell();
    }

    /** What was not told before a stop is told after it. */
    private void remember(KeyValue<String, SeriesRow> row) {
        if (!row.value.sent()) {
            untold.add(row.key);
        }
        if (row.value.isOpen()) {
            open.add(row.key);
        }
    }

    @Override
    public void process(Record<byte[], Object> record) {
        if (record.value() instanceof FrameMoved moved) {
            moved(moved);
        } else if (record.value() instanceof Request request && request.wish() instanceof CloseGap gap) {
            closed(request, gap);
        } else if (record.value() instanceof Request request && request.wish() instanceof ExpectNumbers numbers) {
            expected(request, numbers);
        }
        setBell();
    }

    /** Exposures that are not whole are asked again and again whether they have been quiet for long enough. */
    private void setBell() {
        if (!untold.isEmpty() || !open.isEmpty()) {
            bell.set();
        }
    }

    private void moved(FrameMoved moved) {
        Optional<Counting> before = moved.before().flatMap(Counting::of);
        Optional<Counting> after = Counting.of(moved.after());
        if (!before.equals(after)) {
            before.ifPresent(counting -> counting.numbers()
                    .forEach(counted ->
                            change(counting.seriesOf(counted), series -> series.minus(counted, counting.verdict()))));
            after.ifPresent(counting -> counting.numbers()
                    .forEach(counted -> change(
                            counting.seriesOf(counted),
                            series -> series.plus(counted, counting.sighted(), counting.verdict()))));
        }
    }

    private void change(SeriesKey key, UnaryOperator<Series> change) {
        SeriesRow before = row(key);
        Series series = change.apply(before.series());
        boolean isExposure = series.of().isPresent();
        SeriesRow after = new SeriesRow(key, series, !isExposure, before.settled());
        rows.put(key.toString(), after);
        if (isExposure) {
            untold.add(key.toString());
        }
        watch(after);
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Missing missing = after.missingAt(now);
        if (!missing.equals(before.missingAt(now))) {
            forward(key, missing);
        }
        if (isExposure && series.isSure() && series.missing().isNone()) {
            settleThoseBefore(key, series);
        }
    }

    private void watch(SeriesRow row) {
        if (row.isOpen()) {
            open.add(row.key().toString());
        } else {
            open.remove(row.key().toString());
        }
    }

    /** An exposure that is all here, and began when others of the unit had had their last file, says that those have no more to come. */
    private void settleThoseBefore(SeriesKey key, Series next) {
        Instant began = next.firstSeen().orElse(Instant.MIN);
        Instant whole = next.lastSeen().orElse(began).plus(TOGETHER);
        List.copyOf(open).stream()
                .map(rows::get)
                .filter(row -> row.key().night().unit().equals(key.night().unit()))
                .filter(row -> row.series().lastSeen().filter(began::isAfter).isPresent())
                .forEach(row -> settle(row, whole));
    }

    /** What has not come by then is missing; what comes after it is late. */
    private void settle(SeriesRow row, Instant then) {
        SeriesRow settled = new SeriesRow(row.key(), row.series(), false, Optional.of(then));
        rows.put(row.key().toString(), settled);
        open.remove(row.key().toString());
        untold.add(row.key().toString());
        forward(row.key(), row.series().missing());
    }

    private void settleWhatIsQuiet(Instant now) {
        List.copyOf(open).stream()
                .map(rows::get)
                .filter(row -> !row.series().quietFrom().orElse(now).isAfter(now))
                .forEach(row -> settle(row, row.series().quietFrom().orElse(now)));
    }

    private void forward(SeriesKey key, Missing missing) {
        context.forward(
                new Record<>(new byte[0], new SeriesCounted(key, missing), context.currentSystemTimeMs()),
                Nodes.PROGRESS_OF_NIGHTS);
    }

    private SeriesRow row(SeriesKey key) {
        return Optional.ofNullable(rows.get(key.toString()))
                .orElseGet(() -> new SeriesRow(key, Series.EMPTY, true, Optional.empty()));
    }

    private static SeriesKey key(Request request, LocalDate night, String series) {
        return new SeriesKey(new NightKey(request.unit(), Optional.of(night)), series);
    }

    private static String noNumbers(long first, long last) {
        return first + "-" + last + " are no numbers: the lower comes first";
    }

    /** The files of an exposure are counted by its profile, and those alone. */
    private void expected(Request request, ExpectNumbers numbers) {
        SeriesKey key = key(request, numbers.night(), numbers.series());
        Series before = row(key).series();
        if (numbers.last() < numbers.first()) {
            answer(request, false, noNumbers(numbers.first(), numbers.last()));
        } else if (before.of().isPresent()) {
            answer(request, false, key + " is an exposure: which files it has, its profile says");
        } else {
            Range asked = new Range(numbers.first(), numbers.last());
            change(key, series -> series.expect(asked));
            String none = before.seen().isEmpty()
                    ? "; no file that came has a number of it, so see whether the profile has numbering for it"
                    : "";
            answer(
                    request,
                    true,
                    key + "#" + asked + ": " + missing(row(key).series().missing()) + none);
        }
    }

    private void closed(Request request, CloseGap gap) {
        SeriesKey key = key(request, gap.night(), gap.series());
        if (gap.last() < gap.first()) {
            answer(request, false, noNumbers(gap.first(), gap.last()));
            return;
        }
        Range asked = new Range(gap.first(), gap.last());
        Series before = row(key).series();
        Series after = before.close(new Series.Closed(asked, request.who() + ": " + request.why()));
        long closed = before.missing().count() - after.missing().count();
        if (closed > 0) {
            change(key, series -> after);
        }
        answer(
                request,
                closed > 0,
                closed > 0
                        ? closed + (closed == 1 ? " number of " : " numbers of ") + key + " written off"
                        : "nothing of " + key + "#" + asked + " is missing; " + missing(before.missing()));
    }

    private static String missing(Missing missing) {
        return missing.isNone()
                ? "it has no gap"
                : "missing are "
                        + missing.ranges().stream().map(Range::toString).collect(Collectors.joining(", "));
    }

    private void answer(Request request, boolean accepted, String words) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        RequestAnswered answer = new RequestAnswered(request.id(), request.unit(), now, accepted, words);
        try {
            byte[] bytes = format.encode(Topics.REQUESTS_ANSWERED, answer);
            context.forward(
                    Telling.of("RequestAnswered", request.unit(), (Object) bytes, now.toEpochMilli()),
                    Nodes.TO_ANSWERS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** An exposure is told of at most so often, and its last word always. */
    private void tell(long now) {
        settleWhatIsQuiet(Instant.ofEpochMilli(now));
        List.copyOf(untold).forEach(key -> {
            SeriesRow row = rows.get(key);
            Object exposure =
                    row.series().isSure() ? Json.bytes(ExposureJson.of(row, Instant.ofEpochMilli(now))) : null;
            context.forward(Telling.of("ExposureProgress", key, exposure, now), Nodes.TO_EXPOSURES);
            if (row.series().isEmpty()) {
                rows.delete(key);
                open.remove(key);
            } else {
                rows.put(key, new SeriesRow(row.key(), row.series(), true, row.settled()));
            }
        });
        untold.clear();
        setBell();
    }
}
