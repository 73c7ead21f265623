package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Latencies;
import dev.vigil.progress.standing.Leg;
import dev.vigil.progress.standing.Milestone;
import dev.vigil.progress.standing.Night;
import dev.vigil.progress.standing.NightProgress;
import dev.vigil.progress.standing.Tally;
import dev.vigil.progress.standing.Whereabouts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A night as {@code progress.nights} has it: one flat object that people and scripts read. */
final class NightJson {
    private NightJson() {}

    static ObjectNode of(Night night) {
        NightProgress progress = night.progress();
        ObjectNode node = Json.object();
        node.put("unit", night.key().unit()).put("night", night.key().nightName());
        node.putNull("expected").put("missing", night.missing());
        gaps(night, node);
        counts(progress, node);
        node.put("complete", night.complete());
        byType(progress, node.putObject("byType"));
        times(progress, node);
        latencies(progress, node.putObject("latencySeconds"));
        return node;
    }

    /** What {@code vigil close} takes behind the night: {@code #120-125} of the night, {@code m31 r#3} of a series of it. */
    private static void gaps(Night night, ObjectNode node) {
        if (night.missing() > 0) {
            ArrayNode gaps = node.putArray("gaps");
            night.gaps()
                    .forEach((series, missing) -> missing.ranges().forEach(range -> gaps.add(series + "#" + range)));
        }
    }

    private static void counts(NightProgress progress, ObjectNode node) {
        Tally all = progress.all();
        node.put("seen", all.seen());
        Stream.of(Milestone.ANNOUNCED, Milestone.TRANSFERRED, Milestone.REDUCED)
                .forEach(milestone -> node.put(word(milestone), progress.reached(milestone)));
        Stream.of(Whereabouts.values()).forEach(place -> node.put(place.word(), all.at(place)));
    }

    private static void byType(NightProgress progress, ObjectNode node) {
        progress.byType().forEach((type, tally) -> {
            ObjectNode ofType = node.putObject(word(type));
            ofType.put("seen", tally.seen());
            tally.counts().forEach((place, count) -> ofType.put(place.word(), count));
        });
    }

    private static void times(NightProgress progress, ObjectNode node) {
        put(node, "firstSeen", progress.firstSeen());
        put(node, "lastSeen", progress.last(Milestone.SEEN));
        put(node, "lastTransferred", progress.last(Milestone.TRANSFERRED));
        put(node, "lastReduced", progress.last(Milestone.REDUCED));
        put(node, "lastRecorded", progress.last(Milestone.RECORDED));
    }

    private static void latencies(NightProgress progress, ObjectNode node) {
        for (Leg leg : Leg.values()) {
            Latencies known = progress.latencies(leg);
            if (leg.isOfEveryNight() || known.size() > 0) {
                node.set(leg.word(), latencies(known));
            }
        }
    }

    private static JsonNode latencies(Latencies latencies) {
        ObjectNode node = Json.object();
        if (latencies.size() == 0) {
            return node.nullNode();
        }
        return node.put("p50", seconds(latencies, 0.50))
                .put("p95", seconds(latencies, 0.95))
                .put("p99", seconds(latencies, 0.99));
    }

    private static double seconds(Latencies latencies, double share) {
        double seconds = latencies.quantile(share).orElse(0);
        return BigDecimal.valueOf(seconds)
                .setScale(seconds < 1 ? 3 : 1, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static void put(ObjectNode node, String name, Optional<Instant> at) {
        node.put(
                name,
                at.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
