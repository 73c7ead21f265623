package dev.vigil.cli.nights;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vigil.cli.command.Known;
import dev.vigil.cli.command.Target;
import dev.vigil.cli.topics.LastWords;
import dev.vigil.cli.topics.ProgressValues;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.schemas.topics.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil exposures}: which files of exposures that are more files than one are late, and which never came. */
@Command(
        name = "exposures",
        mixinStandardHelpOptions = true,
        description = {
            "List the exposures of which files are missing or came late, and say which, by their numbers.",
            "Only cameras that write an exposure as several files have any here."
        })
public final class ExposuresCommand implements Callable<Integer> {
    private static final ProgressValues VALUES =
            new ProgressValues(Topics.PROGRESS_EXPOSURES, List.of("unit", "night"));

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "0..*",
            paramLabel = "NIGHT|EXPOSURE",
            description =
                    "Nights, such as 2026-11-19, or UNIT/NIGHT, or UNIT, or a range 2026-11-01..2026-11-19; or an exposure, UNIT/NIGHT/EXPOSURE. All when none is given.")
    private List<String> wanted = List.of();

    @Option(names = "--all", description = "Those of which every file came in time, too.")
    private boolean all;

    @Option(names = "--json", description = "Print each exposure as the topic has it, one a line.")
    private boolean json;

    @Override
    public Integer call() {
        NightSelection selection = new NightSelection(nights());
        KafkaSettings kafka = target.kafka();
        new Inventory(kafka).require(selection);
        List<JsonNode> exposures = read(kafka);
        PrintWriter out = spec.commandLine().getOut();
        exposures.forEach(exposure -> out.println(json ? exposure.toString() : line(exposure)));
        if (exposures.isEmpty() && !json) {
            out.println("No exposure of several files " + (all ? "" : "lacks one or had one come late ")
                    + (wanted.isEmpty() ? "here." : "in " + String.join(", ", wanted) + "."));
        }
        return 0;
    }

    private List<JsonNode> read(KafkaSettings settings) {
        Set<String> known = new TreeSet<>();
        LastWords<JsonNode> exposures = new LastWords<>((key, value) -> {
            known.add(key);
            return Optional.of(VALUES.read(key, value)).filter(exposure -> isWanted(key, exposure));
        });
        exposures.untilNow(settings, Topics.PROGRESS_EXPOSURES);
        exposures.sayPassedBy(spec.commandLine().getErr());
        wanted.stream().filter(each -> !isNight(each)).forEach(new Known("exposure", known)::require);
        return exposures.all();
    }

    private List<String> nights() {
        return wanted.stream().filter(ExposuresCommand::isNight).toList();
    }

    private static boolean isNight(String text) {
        return text.chars().filter(letter -> letter == '/').count() < 2;
    }

    private boolean isWanted(String key, JsonNode exposure) {
        if (wanted.contains(key)) {
            return true;
        }
        List<String> nights = nights();
        boolean isOfNight = (wanted.isEmpty() || !nights.isEmpty())
                && new NightSelection(nights)
                        .includes(
                                exposure.path("unit").asText(),
                                exposure.path("night").asText());
        boolean isWhole = exposure.path("complete").asBoolean()
                && exposure.path("lateMembers").isEmpty();
        return isOfNight && (all || !isWhole);
    }

    private static String line(JsonNode exposure) {
        List<String> parts = new ArrayList<>();
        parts.add(exposure.path("arrived").asLong() + " of "
                + exposure.path("expected").asLong());
        parts.add("revision " + exposure.path("revision").asInt());
        if (exposure.path("arriving").asLong() > 0) {
            parts.add(exposure.path("arriving").asLong() + " still coming in");
        }
        add("stalled", exposure.path("stalledMembers"), parts);
        add("missing", exposure.path("missingMembers"), parts);
        add("late", exposure.path("lateMembers"), parts);
        add("written off", exposure.path("closedMembers"), parts);
        return exposure.path("unit").asText() + "/" + exposure.path("night").asText() + "/"
                + exposure.path("exposure").asText() + "  " + String.join("; ", parts);
    }

    private static void add(String word, JsonNode numbers, List<String> parts) {
        if (!numbers.isEmpty()) {
            List<String> texts = new ArrayList<>();
            numbers.forEach(each -> texts.add(each.asText()));
            parts.add(word + " " + texts.stream().collect(Collectors.joining(", ")));
        }
    }
}
