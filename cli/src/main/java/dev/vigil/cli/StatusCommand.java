package dev.vigil.cli;

import dev.vigil.common.kafka.KafkaSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigil status}: how far each night is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show how far each night is: the numbers of the topic progress.nights.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Target target;

    @Parameters(
            arity = "0..*",
            paramLabel = "NIGHT",
            description =
                    "Nights to show, such as 2026-11-19, or UNIT/NIGHT, or a range 2026-11-01..2026-11-19. All when none is given.")
    private List<String> nights = List.of();

    @Option(names = "--json", description = "Print each night as the topic has it, one a line.")
    private boolean json;

    @Override
    public Integer call() {
        KafkaSettings kafka = target.config().read(KafkaSettings::from);
        List<Night> wanted;
        try (Nights all = Nights.read(kafka)) {
            wanted = all.all().stream().filter(this::isWanted).toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            wanted.forEach(night -> out.println(night.json()));
        } else if (wanted.isEmpty()) {
            out.println(
                    nights.isEmpty()
                            ? "No night yet: put files into <incoming>/<unit>/<night>/."
                            : "No such night: " + String.join(", ", nights) + ". Without arguments, status lists all.");
        } else {
            NightTable.lines(wanted).forEach(out::println);
        }
        return nights.isEmpty() || !wanted.isEmpty() ? 0 : 1;
    }

    private boolean isWanted(Night night) {
        return nights.isEmpty() || nights.stream().anyMatch(each -> matches(each, night));
    }

    private static boolean matches(String wanted, Night night) {
        int slash = wanted.indexOf('/');
        if (slash >= 0 && !wanted.substring(0, slash).equals(night.unit())) {
            return false;
        }
        String nights = wanted.substring(slash + 1);
        int range = nights.indexOf("..");
        if (range < 0) {
            return nights.equals(night.night());
        }
        String from = nights.substring(0, range);
        String to = nights.substring(range + 2);
        return from.compareTo(night.night()) <= 0
                && (to.isEmpty() || night.night().compareTo(to) <= 0);
    }
}
