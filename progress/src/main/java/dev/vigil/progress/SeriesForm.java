package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.Series.Files;
import dev.vigil.progress.standing.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** A series, as it lies in its store. */
final class SeriesForm {
    static final Form<SeriesRow> FORM = new Form<>(SeriesForm::write, SeriesForm::read);

    private SeriesForm() {}

    private static ObjectNode write(SeriesRow row) {
        ObjectNode node = Json.object();
        node.put("night", row.key().night().toString())
                .put("name", row.key().name())
                .put("sent", row.sent());
        row.settled().ifPresent(since -> node.put("settled", since.toString()));
        row.series().of().ifPresent(whole -> WholeForm.write(whole, node.putObject("of")));
        ArrayNode seen = node.putArray("seen");
        row.series()
                .seen()
                .forEach((number, files) -> seen.add(number)
                        .add(files.files().all())
                        .add(files.first().toEpochMilli()));
        write(row.series(), Files::doubtful, node.putArray("doubtful"));
        write(row.series(), Files::arriving, node.putArray("arriving"));
        write(row.series(), Files::stalled, node.putArray("stalled"));
        ArrayNode closed = node.putArray("closed");
        row.series()
                .closed()
                .forEach(each -> write(each.range(), closed.addObject()).put("words", each.words()));
        row.series().told().ifPresent(range -> write(range, node.putObject("told")));
        return node;
    }

    private static SeriesRow read(JsonNode node) {
        Series series = new Series(
                seen(node),
                Optional.ofNullable(node.get("of")).map(WholeForm::read),
                closed(node),
                Optional.ofNullable(node.get("told")).map(SeriesForm::range));
        return new SeriesRow(
                new SeriesKey(NightKey.parse(Json.text(node, "night")), Json.text(node, "name")),
                series,
                node.path("sent").asBoolean(),
                settled(node.path("settled"), series));
    }

    /** Once it was told whether, and not since when: that was when its files had been quiet for long. */
    private static Optional<Instant> settled(JsonNode node, Series series) {
        if (node.isTextual()) {
            return Optional.of(Instant.parse(node.asText()));
        }
        return node.asBoolean() ? series.quietFrom() : Optional.empty();
    }

    /** Number, files and time, one behind the other. */
    private static SortedMap<Long, Series.Seen> seen(JsonNode node) {
        JsonNode numbers = node.path("seen");
        Map<Long, Integer> doubtful = ofNumber(node.path("doubtful"));
        Map<Long, Integer> arriving = ofNumber(node.path("arriving"));
        Map<Long, Integer> stalled = ofNumber(node.path("stalled"));
        SortedMap<Long, Series.Seen> seen = new TreeMap<>();
        for (int i = 0; i + 2 < numbers.size(); i += 3) {
            long number = numbers.get(i).asLong();
            Instant first = Instant.ofEpochMilli(numbers.get(i + 2).asLong());
            Files files = new Files(
                    numbers.get(i + 1).asInt(),
                    doubtful.getOrDefault(number, 0),
                    arriving.getOrDefault(number, 0),
                    stalled.getOrDefault(number, 0));
            seen.put(number, new Series.Seen(files, first));
        }
        return seen;
    }

    /** Number and files, one behind the other, where there are such files. */
    private static void write(Series series, ToIntFunction<Files> such, ArrayNode numbers) {
        series.seen().forEach((number, seen) -> {
            int files = such.applyAsInt(seen.files());
            if (files > 0) {
                numbers.add(number).add(files);
            }
        });
    }

    private static Map<Long, Integer> ofNumber(JsonNode numbers) {
        Map<Long, Integer> files = new HashMap<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            files.put(numbers.get(i).asLong(), numbers.get(i + 1).asInt());
        }
        return files;
    }

    private static List<Series.Closed> closed(JsonNode node) {
        List<Series.Closed> closed = new ArrayList<>();
        node.path("closed").forEach(each -> closed.add(new Series.Closed(range(each), Json.text(each, "words"))));
        return closed;
    }

    private static ObjectNode write(Range range, ObjectNode node) {
        return node.put("first", range.first()).put("last", range.last());
    }

    private static Range range(JsonNode node) {
        return new Range(node.path("first").asLong(), node.path("last").asLong());
    }
}
