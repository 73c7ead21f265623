package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigil.cli.terminal.Table;
import dev.vigil.ledger.SkyClass;
import dev.vigil.ledger.SkyQuality;
import java.util.List;
import java.util.stream.Stream;

/** Words how clear the sky was for frames. */
record SkyTable(List<SkyQuality> skies) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A table, and how many frames had which sky. */
    List<String> text() {
        if (skies.isEmpty()) {
            return List.of("No frame has a zero point, which tells how clear the sky was; calibrator.references names"
                    + " the catalogue that it needs.");
        }
        Table table = new Table(
                "frame", "filter", "transparency", "sky", "the survey's word", "zero point", "best", "stars scatter");
        skies.forEach(sky -> table.row(
                sky.frame().value(),
                sky.filter(),
                "%.0f %%".formatted(100 * sky.transparency()),
                sky.skyClass().words(),
                sky.surveyLabel().orElse(""),
                "%.3f".formatted(sky.zeroPoint()),
                "%.3f".formatted(sky.best()),
                sky.scatter().map("%.3f"::formatted).orElse("")));
        return Stream.concat(
                        table.lines().stream(), Stream.of(SkyClass.values()).flatMap(this::count))
                .toList();
    }

    private Stream<String> count(SkyClass wanted) {
        long count = skies.stream().filter(sky -> sky.skyClass() == wanted).count();
        return count == 0 ? Stream.empty() : Stream.of(count + " " + wanted.words());
    }

    /** Each frame an object on a line. */
    List<String> json() {
        return skies.stream().map(SkyTable::json).toList();
    }

    private static String json(SkyQuality sky) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("frame", sky.frame().value())
                .put("unit", sky.frame().unit())
                .put("night", sky.night().toString())
                .put("filter", sky.filter())
                .put("transparency", sky.transparency())
                .put("sky", sky.skyClass().words())
                .put("zeroPoint", sky.zeroPoint())
                .put("best", sky.best());
        sky.surveyLabel().ifPresent(label -> json.put("surveyLabel", label));
        sky.scatter().ifPresent(scatter -> json.put("scatter", scatter));
        return json.toString();
    }
}
