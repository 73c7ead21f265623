package dev.vigil.bench.truth;

import dev.vigil.bench.Contestant;
import dev.vigil.bench.Machine;
import dev.vigil.bench.Quantiles;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.masters.Masters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Making a master of the bias frames of a night, beside Siril. */
@Command(
        name = "masters",
        mixinStandardHelpOptions = true,
        description = "Combine the bias frames of a night, and let Siril do so too. Wants the machine for itself.")
public final class MasterBench implements Callable<Integer> {
    private static final String SIRIL = "siril-cli";

    @Parameters(paramLabel = "NIGHT", description = "A folder with raw/bias_00.fits and so on.")
    private Path night;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each does it; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--check", description = "End with status 1 if Vigil uses more than half of Siril's CPU.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    /** One way to make a master, and what it took. */
    private record Row(String what, Contestant contestant, List<Double> seconds) {
        double median() {
            return Quantiles.of(seconds).p50();
        }

        String line() {
            return String.format(Locale.ROOT, "%-60s %8.2f %8.2f", what, median(), seconds.get(0));
        }
    }

    public static void main(String[] args) {
        System.exit(Commands.line(new MasterBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Path folder = Files.createTempDirectory("vigil-masters-");
        try {
            List<Row> rows = measured(folder);
            machine.lines().forEach(terminal::line);
            terminal.line(String.format(Locale.ROOT, "%-60s %8s %8s", "seconds of CPU", "median", "first"));
            rows.forEach(row -> terminal.line(row.line()));
            return check && isMissed(rows) ? 1 : 0;
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private static boolean isMissed(List<Row> rows) {
        return rows.size() > 2 && rows.get(1).median() > rows.get(2).median() / 2;
    }

    private List<Row> measured(Path folder) throws Exception {
        List<Row> rows = rows(folder);
        ProgressBar bar = new ProgressBar("measuring", rounds, terminal, Clock.systemUTC());
        for (int round = 0; round < rounds; round++) {
            bar.show(round);
            for (Row row : rows) {
                row.seconds().add(row.contestant().cpuSeconds());
            }
        }
        bar.end();
        return rows;
    }

    private List<Row> rows(Path folder) throws IOException {
        TruthNight truth = new TruthNight(night);
        List<Row> rows = new ArrayList<>();
        rows.add(row("Vigil: clip and combine", Contestant.here(() -> truth.built(MasterKind.BIAS, Masters.NONE))));
        rows.add(row(
                "Vigil: clip, combine, write with uncertainty, mask and count",
                Contestant.here(() ->
                        MasterFiles.write(truth.built(MasterKind.BIAS, Masters.NONE), folder.resolve("master.fits")))));
        siril(folder, "reject", "rej 5 5 -nonorm").ifPresent(siril -> rows.add(row("Siril: reject, write", siril)));
        siril(folder, "median", "med -nonorm").ifPresent(siril -> rows.add(row("Siril: median, write", siril)));
        if (rows.size() == 2) {
            terminal.line("siril-cli is not installed, and left out (Debian package siril)");
        }
        return rows;
    }

    private static Row row(String what, Contestant contestant) {
        return new Row(what, contestant, new ArrayList<>());
    }

    private Optional<Contestant> siril(Path folder, String name, String how) throws IOException {
        Path bias = Files.createDirectories(folder.resolve(name).resolve("bias"));
        for (Path file : new TruthNight(night).files("bias")) {
            Files.createSymbolicLink(bias.resolve(file.getFileName()), file.toAbsolutePath());
        }
        Path script = folder.resolve(name + ".ssf");
        Files.writeString(script, """
                requires 1.0.0
                setext fits
                setcpu 2
                set32bits
                cd %s
                link b -out=../proc
                cd ../proc
                stack b %s -out=master
                """.formatted(bias, how));
        return Contestant.program(SIRIL, "-s", script.toString());
    }
}
