package dev.vigil.cli.nights;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.terminal.ShellWord;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.settings.Settings;
import dev.vigil.schemas.events.UnitAlive;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigil status}: how far each night is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Show how far each night is: the numbers of the topic progress.nights.",
            "Before them, each unit with whose disk something is wrong; behind them, what stands in a unit's queue",
            "for longer than a moment, and why."
        },
        footerHeading = "%nThe columns:%n",
        footer = {
            "  seen         files, each counted once: recorded + failed + waiting + stalled",
            "               + excluded + on the way",
            "  announced, transferred, reduced: those that have come so far on their way",
            "  recorded     done, and in the ledger",
            "  failed, waiting, stalled: vigil frames says why, and what to do",
            "  excluded     archived and not reduced, by a rule of the profile",
            "  missing      numbers that the camera used and no file has",
            "  complete     the night is over, and nothing of it is still to come"
        })
public final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Mixin
    private NightsAsked nights;

    @Option(names = "--json", description = "Print each night, and each queue, as its topic has it, one a line.")
    private boolean json;

    @Override
    public Integer call() {
        NightSelection selection = nights.selection();
        KafkaSettings kafka = target.kafka();
        List<Night> wanted;
        try (Nights all = Nights.read(kafka)) {
            all.sayPassedBy(spec.commandLine().getErr());
            selection.requireAmong(all.names());
            wanted = all.all().stream().filter(selection::includes).toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        inTrouble(kafka, wanted).stream()
                .flatMap(unit -> json ? Stream.of(Units.json(unit)) : Units.lines(unit).stream())
                .forEach(out::println);
        if (json) {
            wanted.forEach(night -> out.println(night.json()));
        } else if (wanted.isEmpty()) {
            out.println("No night yet: put files into " + incoming() + "/<unit>/<night>/.");
        } else {
            NightTable.lines(wanted, new Terminal(System.out).width()).forEach(out::println);
            wanted.forEach(night -> sayMissing(night, out));
        }
        sayQueues(kafka, wanted, out);
        if (!json) {
            Differences.read(kafka).say(selection, out, spec.commandLine().getErr());
        }
        return 0;
    }

    /** A queue is its unit's, and not a night's: it is told of nights of which something is on the way. */
    private void sayQueues(KafkaSettings kafka, List<Night> wanted, PrintWriter out) {
        Queues queues = Queues.read(kafka);
        queues.sayPassedBy(spec.commandLine().getErr());
        Predicate<String> isWanted =
                unit -> nights.areAll() || wanted.stream().anyMatch(night -> isOnTheWay(night, unit));
        List<String> lines = json
                ? queues.json(isWanted)
                : queues.lines(isWanted, Clock.systemUTC().instant());
        if (!json && !lines.isEmpty()) {
            out.println();
        }
        lines.forEach(out::println);
    }

    private static boolean isOnTheWay(Night night, String unit) {
        return night.unit().equals(unit) && night.count("onTheWay") > 0;
    }

    private Path incoming() {
        return target.config().read(in -> in.get(Settings.PRODUCER_INCOMING));
    }

    /** The units with whose disk something is wrong; nights are shown even where nobody can tell. */
    private List<UnitAlive> inTrouble(KafkaSettings kafka, List<Night> wanted) {
        WireFormat format = WireFormat.of(target.config().read(RegistrySettings::from));
        try {
            return Units.read(kafka).inTrouble(format).stream()
                    .filter(unit -> nights.areAll()
                            || wanted.stream().anyMatch(night -> night.unit().equals(unit.unit())))
                    .toList();
        } catch (IllegalStateException notKnown) {
            spec.commandLine().getErr().println("vigil: " + notKnown.getMessage());
            return List.of();
        }
    }

    /** Which numbers are missing, in the form that {@code vigil close} takes; of all nights it would be too much to read. */
    private void sayMissing(Night night, PrintWriter out) {
        if (!nights.areAll() && !night.gaps().isEmpty()) {
            out.println();
            out.println(night.count("missing") + " missing; write off what never was with vigil close GAP --why TEXT:");
            night.gaps()
                    .forEach(gap -> out.println("    " + ShellWord.of(night.unit() + "/" + night.night() + "/" + gap)));
        }
    }
}
