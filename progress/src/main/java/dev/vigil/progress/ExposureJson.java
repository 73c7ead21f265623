package dev.vigil.progress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Series;
import java.time.Instant;

/** An exposure of several files, as {@code progress.exposures} has it. */
final class ExposureJson {
    private ExposureJson() {}

    static ObjectNode of(SeriesRow row, Instant now) {
        Series series = row.series();
        Missing missing = row.missingAt(now);
        ObjectNode node = Json.object();
        node.put("unit", row.key().night().unit())
                .put("night", row.key().night().nightName())
                .put("exposure", row.key().name())
                .put("revision", 1 + row.late().size())
                .put("expected", expected(series))
                .put("arrived", series.here().size())
                .put("missing", missing.count());
        numbers(missing.ranges(), node.putArray("missingMembers"));
        numbers(row.late(), node.putArray("lateMembers"));
        numbers(series.closed().stream().map(Series.Closed::range).toList(), node.putArray("closedMembers"));
        node.put(
                "arriving",
                series.arriving().size()
                        + (missing.arriving() ? series.missing().count() : 0));
        numbers(series.stalled(), node.putArray("stalledMembers"));
        node.put(
                "complete",
                missing.isNone() && series.here().size() == series.seen().size());
        node.put("firstSeen", series.firstSeen().map(Object::toString).orElse(null));
        node.put("lastSeen", series.lastSeen().map(Object::toString).orElse(null));
        return node;
    }

    private static long expected(Series series) {
        return series.of()
                .map(whole -> new Range(whole.first(), whole.last()).size())
                .orElse((long) series.seen().size());
    }

    private static void numbers(Iterable<?> numbers, ArrayNode array) {
        numbers.forEach(each -> array.add(each.toString()));
    }
}
