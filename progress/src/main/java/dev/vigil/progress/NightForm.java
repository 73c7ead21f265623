package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Latencies;
import dev.vigil.progress.standing.Leg;
import dev.vigil.progress.standing.Milestone;
import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.NightKey;
import dev.vigil.progress.standing.NightProgress;
import dev.vigil.progress.standing.Range;
import dev.vigil.progress.standing.Tally;
import dev.vigil.progress.standing.Whereabouts;
import dev.vigil.schemas.events.FrameType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A night, as it lies in its store. */
final class NightForm {
    static final Form<NightRow> FORM = new Form<>(NightForm::write, NightForm::read);

    private NightForm() {}

    private static ObjectNode write(NightRow row) {
        ObjectNode node = Json.object();
        node.put("key", row.night().key().toString())
                .put("complete", row.night().complete())
                .put("sent", row.sent());
        write(row.night().progress(), node);
        ObjectNode gaps = node.putObject("gaps");
        row.night().gaps().forEach((series, missing) -> write(missing, gaps.putObject(series)));
        return node;
    }

    private static void write(NightProgress progress, ObjectNode node) {
        ObjectNode byType = node.putObject("byType");
        progress.byType().forEach((type, tally) -> numbers(tally.counts(), byType.putObject(type.name())));
        numbers(progress.reached(), node.putObject("reached"));
        Json.put(node, "firstSeen", progress.firstSeen());
        ObjectNode last = node.putObject("last");
        progress.last().forEach((milestone, at) -> last.put(milestone.name(), at.toString()));
        ObjectNode latencies = node.putObject("latencies");
        progress.latencies().forEach((leg, all) -> numbers(all.counts(), latencies.putObject(leg.name())));
    }

    private static NightRow read(JsonNode node) {
        NightProgress progress = new NightProgress(
                map(node.path("byType"), FrameType::valueOf, NightForm::tally),
                map(node.path("reached"), Milestone::valueOf, JsonNode::asInt),
                Json.optionalInstant(node, "firstSeen"),
                map(node.path("last"), Milestone::valueOf, at -> Instant.parse(at.asText())),
                map(node.path("latencies"), Leg::valueOf, NightForm::latencies));
        Night night = new Night(
                NightKey.parse(Json.text(node, "key")),
                progress,
                new TreeMap<>(map(node.path("gaps"), Function.identity(), NightForm::missing)),
                node.path("complete").asBoolean());
        return new NightRow(night, node.path("sent").asBoolean());
    }

    private static void write(Missing missing, ObjectNode node) {
        node.put("count", missing.count()).put("arriving", missing.arriving());
        ArrayNode ranges = node.putArray("ranges");
        missing.ranges().forEach(range -> ranges.add(range.first()).add(range.last()));
    }

    private static Missing missing(JsonNode node) {
        JsonNode ends = node.path("ranges");
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            ranges.add(new Range(ends.get(i).asLong(), ends.get(i + 1).asLong()));
        }
        return new Missing(
                node.path("count").asLong(), ranges, node.path("arriving").asBoolean());
    }

    private static Latencies latencies(JsonNode node) {
        return new Latencies(map(node, Integer::valueOf, JsonNode::asInt));
    }

    private static Tally tally(JsonNode node) {
        return new Tally(map(node, Whereabouts::valueOf, JsonNode::asInt));
    }

    private static void numbers(Map<?, Integer> numbers, ObjectNode node) {
        numbers.forEach((name, number) -> node.put(name.toString(), number));
    }

    private static <K, V> Map<K, V> map(JsonNode node, Function<String, K> key, Function<JsonNode, V> value) {
        Map<K, V> map = new HashMap<>();
        node.properties().forEach(each -> map.put(key.apply(each.getKey()), value.apply(each.getValue())));
        return map;
    }
}
