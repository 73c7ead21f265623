package dev.vigil.cli.nights;

import dev.vigil.cli.command.Target;
import dev.vigil.ledger.FrameQuality;
import dev.vigil.ledger.Ledger;
import dev.vigil.schemas.events.FrameId;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vigil frames}: which frames failed, are stalled or wait, why, and what is to be done. */
@Command(
        name = "frames",
        mixinStandardHelpOptions = true,
        description = {
            "List frames that failed, are stalled or wait: why, and what a person can do.",
            "--standing lists others: excluded, onTheWay, recorded, or all."
        })
public final class FramesCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Mixin
    private NightsAsked nights;

    @ArgGroup
    private Which which = new Which();

    /** Which frames: by where they stand, or by what the ledger says of them. */
    static final class Which {
        @Option(
                names = "--standing",
                split = ",",
                paramLabel = "WORD",
                completionCandidates = FrameStandings.class,
                description =
                        "Only frames that stand so: ${COMPLETION-CANDIDATES}, or all. Several with commas between (default: failed,stalled,waiting).")
        private List<String> standings = FrameStandings.TROUBLE;

        @Option(
                names = "--not-good",
                description =
                        "Frames that are not good, wherever they stand, with the quality checks that say so. Reads the ledger.")
        private boolean notGood;

        @Option(
                names = "--sky",
                description =
                        "How clear the sky was for each frame of the nights that has a zero point: transparency and class. Reads the ledger.")
        private boolean sky;
    }

    @Option(names = "--json", description = "Print each frame as the topic has it, one a line.")
    private boolean json;

    @Override
    public Integer call() {
        Set<String> wanted = wanted();
        NightSelection selection = nights.selection();
        new Inventory(target.kafka()).require(selection);
        if (which.notGood) {
            return listNotGood(selection);
        }
        if (which.sky) {
            return listSkies(selection);
        }
        List<Frame> frames = Frames.read(
                target.kafka(),
                frame -> wanted.contains(frame.standing()) && selection.includes(frame.unit(), frame.night()),
                spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            frames.forEach(frame -> out.println(frame.json()));
        } else if (frames.isEmpty()) {
            out.println("No frame is " + String.join(" or ", wanted) + (nights.areAll() ? "." : " in " + nights + "."));
        } else {
            alike(frames).values().forEach(group -> print(group, out));
            out.println(frames.size() + (frames.size() == 1 ? " frame" : " frames"));
        }
        if (!json) {
            Differences.read(target.kafka())
                    .say(selection, out, spec.commandLine().getErr());
        }
        return 0;
    }

    private int listNotGood(NightSelection selection) {
        try (Ledger ledger = target.ledger()) {
            List<FrameQuality> found = ledger.checks().notGood().stream()
                    .filter(frame -> selection.includes(
                            frame.frame().unit(),
                            frame.night().map(LocalDate::toString).orElse("unknown")))
                    .toList();
            NotGood lines = new NotGood(found, ledger.checks()::of);
            (json ? lines.json() : lines.text()).forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private int listSkies(NightSelection selection) {
        try (Ledger ledger = target.ledger()) {
            List<Map.Entry<String, LocalDate>> asked = ledger.nights().all().stream()
                    .flatMap(night -> night.night().stream().map(date -> Map.entry(night.unit(), date)))
                    .filter(night ->
                            selection.includes(night.getKey(), night.getValue().toString()))
                    .toList();
            SkyTable lines = new SkyTable(ledger.skies().of(asked));
            (json ? lines.json() : lines.text()).forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private Set<String> wanted() {
        List<String> known = new FrameStandings();
        if (which.standings.equals(List.of(ALL))) {
            return new TreeSet<>(known);
        }
        for (String standing : which.standings) {
            if (!known.contains(standing)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--standing: no frame is \"" + standing + "\"; take one of " + String.join(", ", known)
                                + ", or " + ALL);
            }
        }
        return new TreeSet<>(which.standings);
    }

    /** What is wrong with many frames alike is said once. */
    private static Map<List<String>, List<Frame>> alike(List<Frame> frames) {
        return frames.stream()
                .collect(Collectors.groupingBy(
                        frame -> List.of(
                                frame.standing(),
                                frame.stage(),
                                ofAny(frame, frame.reason()),
                                ofAny(frame, frame.remedy())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String ofAny(Frame frame, String words) {
        return new FrameId(frame.id()).ofEach(words);
    }

    private static void print(List<Frame> group, PrintWriter out) {
        Frame first = group.get(0);
        UnaryOperator<String> told = words -> group.size() > 1 ? ofAny(first, words) : words;
        String reason = told.apply(first.reason());
        String why = reason.isEmpty() ? "" : ": " + reason;
        out.println(group.size() + " " + first.standing() + " (" + first.stage() + ")" + why);
        if (!first.remedy().isEmpty()) {
            out.println("  to do: " + told.apply(first.remedy()));
        }
        group.forEach(frame -> out.println("    " + frame.id() + "  " + frame.type() + ", since " + frame.since()));
    }
}
