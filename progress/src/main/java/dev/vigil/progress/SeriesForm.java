package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A series, as it lies in its store. */
final class SeriesForm {
    static final Form<SeriesRow> FORM = new Form<>(SeriesForm::write, SeriesForm::read);

    private SeriesForm() {}

    private static ObjectNode write(SeriesRow row) {
        ObjectNode node = Json.object();
        node.put("night", row.key().night().toString())
                .put("name", row.key().name())
                .put("sent", row.sent())
                .put("settled", row.settled());
        row.series().of().ifPresent(whole -> WholeForm.write(whole, node.putObject("of")));
        ArrayNode seen = node.putArray("seen");
        row.series()
                .seen()
                .forEach((number, files) ->
                        seen.add(number).add(files.files()).add(files.first().toEpochMilli()));
        ArrayNode doubtful = node.putArray("doubtful");
        row.series().seen().entrySet().stream()
                .filter(each -> each.getValue().doubtful() > 0)
                .forEach(each -> doubtful.add(each.getKey()).add(each.getValue().doubtful()));
        ArrayNode closed = node.putArray("closed");
        row.series()
                .closed()
                .forEach(each -> closed.addObject()
                        .put("first", each.range().first())
                        .put("last", each.range().last())
                        .put("words", each.words()));
        return node;
    }

    private static SeriesRow read(JsonNode node) {
        return new SeriesRow(
                new SeriesKey(NightKey.parse(Json.text(node, "night")), Json.text(node, "name")),
                new Series(
                        seen(node.path("seen"), ofNumber(node.path("doubtful"))),
                        Optional.ofNullable(node.get("of")).map(WholeForm::read),
                        closed(node)),
                node.path("sent").asBoolean(),
                node.path("settled").asBoolean());
    }

    /** Number, files and time, one behind the other. */
    private static SortedMap<Long, Series.Seen> seen(JsonNode numbers, Map<Long, Integer> doubtful) {
        SortedMap<Long, Series.Seen> seen = new TreeMap<>();
        for (int i = 0; i + 2 < numbers.size(); i += 3) {
            long number = numbers.get(i).asLong();
            Instant first = Instant.ofEpochMilli(numbers.get(i + 2).asLong());
            seen.put(number, new Series.Seen(numbers.get(i + 1).asInt(), doubtful.getOrDefault(number, 0), first));
        }
        return seen;
    }

    /** Number and files, one behind the other. */
    private static Map<Long, Integer> ofNumber(JsonNode numbers) {
        Map<Long, Integer> files = new HashMap<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            files.put(numbers.get(i).asLong(), numbers.get(i + 1).asInt());
        }
        return files;
    }

    private static List<Series.Closed> closed(JsonNode node) {
        List<Series.Closed> closed = new ArrayList<>();
        node.path("closed")
                .forEach(each -> closed.add(new Series.Closed(
                        new Range(each.path("first").asLong(), each.path("last").asLong()), Json.text(each, "words"))));
        return closed;
    }
}
