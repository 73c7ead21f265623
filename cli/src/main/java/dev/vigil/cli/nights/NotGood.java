package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.ledger.CheckStanding;
import dev.vigil.ledger.FrameQuality;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words frames that are not good.
 *
 * @param frames the frames
 * @param checks the quality checks of one
 */
record NotGood(List<FrameQuality> frames, Function<FrameId, List<CheckStanding>> checks) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A frame, and below it the checks that it failed. */
    List<String> text() {
        Stream<String> lines = frames.stream().flatMap(this::text);
        String count = frames.size() == 1 ? "1 frame is" : frames.size() + " frames are";
        return Stream.concat(lines, Stream.of(frames.isEmpty() ? "No frame is not good." : count + " not good"))
                .toList();
    }

    private Stream<String> text(FrameQuality frame) {
        return Stream.concat(Stream.of(frame.frame().value()), failed(frame).map(result -> "    " + words(result)));
    }

    private Stream<CheckResult> failed(FrameQuality frame) {
        return checks.apply(frame.frame()).stream()
                .map(CheckStanding::result)
                .filter(result -> frame.errors().contains(result.name()));
    }

    private static String words(CheckResult result) {
        String value =
                result.value().map(number -> ": " + number + unit(result)).orElse("");
        String limits = Stream.concat(
                        result.least().map(least -> "at least " + least).stream(),
                        result.most().map(most -> "at most " + most).stream())
                .collect(Collectors.joining(", "));
        String why = result.why().isEmpty() ? "" : " (" + result.why() + ")";
        return result.name() + value + (limits.isEmpty() ? "" : ", expected " + limits) + why + ". " + result.says();
    }

    private static String unit(CheckResult result) {
        return result.unit().isEmpty() ? "" : " " + result.unit();
    }

    /** Each frame an object on a line. */
    List<String> json() {
        return frames.stream().map(this::json).toList();
    }

    private String json(FrameQuality frame) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("frame", frame.frame().value())
                .put("unit", frame.frame().unit())
                .put("night", frame.night().map(LocalDate::toString).orElse("unknown"));
        ArrayNode failed = json.putArray("failed");
        failed(frame).forEach(result -> {
            ObjectNode check = failed.addObject()
                    .put("check", result.name())
                    .put("outcome", result.outcome().name())
                    .put("says", result.says())
                    .put("why", result.why())
                    .put("unit", result.unit());
            result.value().ifPresent(value -> check.put("value", value));
            result.least().ifPresent(least -> check.put("least", least));
            result.most().ifPresent(most -> check.put("most", most));
        });
        return json.toString();
    }
}
