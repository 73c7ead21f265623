package dev.vigil.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.progress.standing.Belonging;
import dev.vigil.progress.standing.Failure;
import dev.vigil.progress.standing.Judged;
import dev.vigil.progress.standing.Milestone;
import dev.vigil.progress.standing.Span;
import dev.vigil.progress.standing.Standing;
import dev.vigil.progress.standing.Wait;
import dev.vigil.schemas.events.Awaited;
import dev.vigil.schemas.events.Counted;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.Stage;
import dev.vigil.schemas.events.Stalled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A frame's standing, as it lies in its store. */
final class StandingForm {
    static final Form<Standing> FORM = new Form<>(StandingForm::write, StandingForm::read);

    private StandingForm() {}

    private static ObjectNode write(Standing standing) {
        ObjectNode node = Json.object();
        node.put("frame", standing.frame().value()).put("revision", standing.revision());
        write(standing.belonging(), node.putObject("belonging"));
        ObjectNode passed = node.putObject("passed");
        standing.passed().forEach((milestone, span) -> write(span, passed.putObject(milestone.name())));
        standing.judged().ifPresent(judged -> write(judged, node.putObject("judged")));
        ObjectNode failures = node.putObject("failures");
        standing.failures().forEach((stage, failure) -> write(failure, failures.putObject(stage.name())));
        standing.waiting().ifPresent(wait -> write(wait, node.putObject("waiting")));
        return node;
    }

    private static Standing read(JsonNode node) {
        return new Standing(
                new FrameId(Json.text(node, "frame")),
                node.path("revision").asInt(),
                belonging(node.path("belonging")),
                passed(node.path("passed")),
                Optional.ofNullable(node.get("judged")).map(StandingForm::judged),
                failures(node.path("failures")),
                Optional.ofNullable(node.get("waiting")).map(StandingForm::waiting));
    }

    private static void write(Belonging belonging, ObjectNode node) {
        node.put("unit", belonging.unit());
        Json.put(node, "night", belonging.night());
        node.put("type", belonging.type().name())
                .put("lastLevel", belonging.lastLevel().name())
                .put("sure", belonging.sure())
                .put("at", belonging.at().toString());
    }

    private static Belonging belonging(JsonNode node) {
        return new Belonging(
                Json.text(node, "unit"),
                Json.optional(node, "night").map(LocalDate::parse),
                Json.constant(FrameType.class, node, "type"),
                Json.constant(Level.class, node, "lastLevel"),
                node.path("sure").asBoolean(),
                Json.instant(node, "at"));
    }

    private static void write(Span span, ObjectNode node) {
        node.put("first", span.first().toString()).put("last", span.last().toString());
    }

    private static Map<Milestone, Span> passed(JsonNode node) {
        Map<Milestone, Span> passed = new EnumMap<>(Milestone.class);
        node.properties()
                .forEach(each -> passed.put(
                        Milestone.valueOf(each.getKey()),
                        new Span(Json.instant(each.getValue(), "first"), Json.instant(each.getValue(), "last"))));
        return passed;
    }

    private static void write(Judged judged, ObjectNode node) {
        node.put("verdict", judged.verdict().name())
                .put("reason", judged.reason())
                .put("remedy", judged.remedy())
                .put("since", judged.since().toString())
                .put("at", judged.at().toString());
        if (!judged.counted().isEmpty()) {
            ArrayNode counted = node.putArray("counted");
            judged.counted().forEach(each -> write(each, counted.addObject()));
        }
    }

    private static void write(Counted counted, ObjectNode node) {
        node.put("series", counted.series()).put("number", counted.number()).put("doubtful", counted.doubtful());
        counted.of().ifPresent(whole -> WholeForm.write(whole, node));
        counted.night().ifPresent(night -> node.put("night", night.toString()));
    }

    private static List<Counted> counted(JsonNode numbers) {
        List<Counted> counted = new ArrayList<>();
        numbers.forEach(each -> counted.add(new Counted(
                Json.text(each, "series"),
                each.path("number").asLong(),
                Optional.of(each).filter(known -> known.has("first")).map(WholeForm::read),
                each.path("doubtful").asBoolean(),
                Json.optional(each, "night").map(LocalDate::parse))));
        return counted;
    }

    private static Judged judged(JsonNode node) {
        Judged.Verdict verdict = Json.constant(Judged.Verdict.class, node, "verdict");
        String reason = Json.text(node, "reason");
        Instant since = Json.instant(node, "since");
        String remedy = Json.text(node, "remedy");
        return new Judged(
                verdict,
                reason,
                // Once no file that stalled had a remedy of its own.
                verdict == Judged.Verdict.STALLED ? new Stalled(reason, since, remedy).remedy() : remedy,
                since,
                Json.instant(node, "at"),
                counted(node.path("counted")));
    }

    private static void write(Failure failure, ObjectNode node) {
        node.put("attempt", failure.attempt())
                .put("final", failure.isFinal())
                .put("reason", failure.reason())
                .put("remedy", failure.remedy())
                .put("at", failure.at().toString());
    }

    private static Map<Stage, Failure> failures(JsonNode node) {
        Map<Stage, Failure> failures = new EnumMap<>(Stage.class);
        node.properties().forEach(each -> failures.put(Stage.valueOf(each.getKey()), failure(each.getValue())));
        return failures;
    }

    private static Failure failure(JsonNode node) {
        return new Failure(
                node.path("attempt").asInt(),
                node.path("final").asBoolean(),
                Json.text(node, "reason"),
                Json.text(node, "remedy"),
                Json.instant(node, "at"));
    }

    private static void write(Wait wait, ObjectNode node) {
        node.put("turn", wait.turn())
                .put("over", wait.over())
                .put("stage", wait.stage().name())
                .put("awaited", wait.awaited().name())
                .put("reason", wait.reason())
                .put("since", wait.since().toString())
                .put("at", wait.at().toString());
    }

    private static Wait waiting(JsonNode node) {
        return new Wait(
                node.path("turn").asInt(),
                node.path("over").asBoolean(),
                Json.constant(Stage.class, node, "stage"),
                Json.constant(Awaited.class, node, "awaited"),
                Json.text(node, "reason"),
                Json.instant(node, "since"),
                Json.instant(node, "at"));
    }
}
