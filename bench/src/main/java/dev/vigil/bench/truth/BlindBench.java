package dev.vigil.bench.truth;

import dev.vigil.bench.Machine;
import dev.vigil.bench.OwnCpu;
import dev.vigil.bench.Quantiles;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.astrometry.Astrometry;
import dev.vigil.reduction.astrometry.AstrometrySolver;
import dev.vigil.reduction.astrometry.Detection;
import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.WholeSky;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How often fields are found on the sky without being told where they are, and how often what is no sky is. */
@Command(
        name = "blind",
        mixinStandardHelpOptions = true,
        description =
                "Let cameras look anywhere on the sky of a catalogue, and find where they looked by their stars alone.")
public final class BlindBench implements Callable<Integer> {
    private static final Epoch EPOCH = Epoch.J2000;
    private static final String WHY = "nobody said where";
    private static final double RIGHT_IN_PIXELS = 2;

    @Parameters(paramLabel = "CATALOGUE", description = "As vigil refcat import makes it.")
    private Path file;

    @Option(
            names = "--fields",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many of each size (default: ${DEFAULT-VALUE}).")
    private int fields;

    @Option(
            names = "--degrees",
            paramLabel = "SIDE",
            split = ",",
            defaultValue = "0.5,1,2",
            description = "Sides of the fields (default: ${DEFAULT-VALUE}).")
    private List<Double> degrees;

    private final Terminal terminal = new Terminal(System.out);
    private final Table table = new Table(
            "field", "scale", "fields", "found", "rightly", "wrongly", "stars seen", "CPU s, median", "p95", "longest");

    private AstrometrySolver solver;

    public static void main(String[] args) {
        System.exit(Commands.line(new BlindBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        ReferenceFile catalogue = ReferenceFile.open(file);
        WholeSky sky = WholeSky.of(catalogue);
        double before = OwnCpu.seconds();
        int patterns = sky.patterns().size();
        terminal.line("%,d patterns in %.1f s of CPU".formatted(patterns, OwnCpu.seconds() - before));
        solver = new AstrometrySolver(catalogue, Optional.of(sky), Astrometry.DEFAULT);
        for (double side : degrees) {
            look(catalogue, side, true);
            look(catalogue, side, false);
            strangers(side);
        }
        machine.lines().forEach(terminal::line);
        table.lines().forEach(terminal::line);
        return 0;
    }

    private void look(ReferenceFile catalogue, double side, boolean withScale) throws IOException {
        Tally tally = new Tally();
        for (int i = 0; i < fields; i++) {
            SeenField field = SeenField.of(catalogue, side, EPOCH, new Random(i));
            double scale = field.truth().map().arcsecondsPerPixel();
            tally.add(
                    field.detections(),
                    withScale ? OptionalDouble.of(1.03 * scale) : OptionalDouble.empty(),
                    Optional.of(field));
        }
        tally.row("%.1f°".formatted(side), withScale ? "3 % off" : "unknown");
    }

    private void strangers(double side) throws IOException {
        Tally tally = new Tally();
        for (int i = 0; i < fields; i++) {
            List<Detection> strangers = SeenField.strangers(200, new Random(i));
            tally.add(strangers, OptionalDouble.of(3600 * side / SeenField.SIDE), Optional.empty());
        }
        tally.row("%.1f° of random points".formatted(side), "known");
    }

    /** What came of the fields of a kind. */
    private final class Tally {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> seen = new ArrayList<>();
        private int found;
        private int right;

        void add(List<Detection> detections, OptionalDouble scale, Optional<SeenField> field) throws IOException {
            double before = OwnCpu.seconds();
            Optional<Fit> fit = solver.solve(SeenField.unplaced(detections, scale, EPOCH), WHY)
                    .fit();
            seconds.add(OwnCpu.seconds() - before);
            seen.add((double) detections.size());
            found += fit.isPresent() ? 1 : 0;
            right += fit.flatMap(coordinates ->
                                    field.map(truth -> truth.pixelsOff(coordinates.coordinates()) < RIGHT_IN_PIXELS))
                            .orElse(false)
                    ? 1
                    : 0;
        }

        void row(String what, String scale) {
            Quantiles cpu = Quantiles.of(seconds);
            table.row(
                    what,
                    scale,
                    seconds.size(),
                    found,
                    right,
                    found - right,
                    "%.0f".formatted(Quantiles.of(seen).p50()),
                    "%.2f".formatted(cpu.p50()),
                    "%.2f".formatted(cpu.p95()),
                    "%.2f"
                            .formatted(seconds.stream()
                                    .mapToDouble(each -> each)
                                    .max()
                                    .orElse(0)));
        }
    }
}
