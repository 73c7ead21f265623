package dev.vigil.bench.truth;

import dev.vigil.bench.Machine;
import dev.vigil.bench.OwnCpu;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.steps.FlagCosmicRays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The search for cosmic rays beside astroscrappy, on the same pixels, for time and for truth. */
@Command(
        name = "cosmic-rays",
        mixinStandardHelpOptions = true,
        description =
                "Find the cosmic rays of a night of known truth, and let astroscrappy find them on the same pixels. Takes"
                        + " some minutes, most of them astroscrappy's, and wants the machine for itself.")
public final class CosmicRayBench implements Callable<Integer> {
    private static final double LEAST_RECALL = 0.994;
    private static final double LEAST_PRECISION = 0.90;
    private static final double MOST_CPU = 1.0;

    /** In electrons, as a user would say it: a little below what fills a pixel. */
    private static final double SATURATION = 82_500;

    private static final double READ_NOISE = 5;

    @Parameters(
            paramLabel = "NIGHT",
            description = "The folder of the night, with raw frames in raw and what is true of them in truth.")
    private Path night;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each exposure is looked at; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--alone", description = "Leave astroscrappy out.")
    private boolean alone;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new CosmicRayBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Optional<Astroscrappy> peer = alone ? Optional.empty() : Astroscrappy.installed();
        if (peer.isEmpty() && !alone) {
            terminal.line("astroscrappy is not installed, and left out (Debian package python3-astroscrappy)");
        }
        Side ours = new Side("Vigil");
        Side theirs = new Side("astroscrappy");
        measure(new TruthNight(night), ours, theirs, peer);
        machine.lines().forEach(terminal::line);
        print(ours, theirs);
        return check && isMissed(ours, theirs) ? 1 : 0;
    }

    private void measure(TruthNight truth, Side ours, Side theirs, Optional<Astroscrappy> peer) throws Exception {
        terminal.line("making masters and calibrating");
        Masters masters = truth.masters();
        ProgressBar bar = new ProgressBar("measuring", truth.exposures(), terminal, Clock.systemUTC());
        for (int exposure = 0; exposure < truth.exposures(); exposure++) {
            bar.show(exposure);
            DetectorImage image = truth.calibrated(exposure, masters);
            CosmicTruth cosmicRays = truth.cosmicRays(exposure, image);
            for (int round = 0; round < rounds; round++) {
                ours.took(exposure, look(image), cosmicRays);
            }
            if (peer.isPresent()) {
                theirs.took(exposure, look(peer.get(), image), cosmicRays);
            }
        }
        bar.end();
    }

    private static Turn look(DetectorImage image) throws IOException {
        DetectorImage fresh = new DetectorImage(
                image.size(), image.science(), image.variance(), image.mask().clone());
        double cpu = OwnCpu.seconds();
        long wall = System.nanoTime();
        new FlagCosmicRays(CosmicRays.DEFAULT).mark(fresh);
        double seconds = (System.nanoTime() - wall) / 1e9;
        return new Turn(OwnCpu.seconds() - cpu, seconds, marked(fresh));
    }

    private static BitSet marked(DetectorImage image) {
        BitSet marked = new BitSet();
        for (int i = 0; i < image.mask().length; i++) {
            marked.set(i, MaskBit.COSMIC_RAY.isIn(image.mask()[i]));
        }
        return marked;
    }

    private static Turn look(Astroscrappy peer, DetectorImage image) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("vigil-cosmic-rays-");
        try {
            return peer.turn(image, READ_NOISE, SATURATION, folder);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private void print(Side ours, Side theirs) {
        Table table = new Table(
                "",
                "exposure",
                "CPU s",
                "wall s",
                "recall",
                "precision",
                "within a pixel",
                "of saturated stars",
                "first turn's CPU s");
        List.of(ours, theirs).forEach(side -> side.rows().forEach(table::row));
        terminal.line("");
        table.lines().forEach(terminal::line);
        terminal.line("");
        terminal.line("aims: recall of pixels with more than 60 electrons >= %.3f, precision >= %.2f, CPU <= %.1f s: %s"
                .formatted(LEAST_RECALL, LEAST_PRECISION, MOST_CPU, isMissed(ours, theirs) ? "MISSED" : "met"));
    }

    private static boolean isMissed(Side ours, Side theirs) {
        CosmicTruth.Score score = ours.score();
        CosmicTruth.Score other = theirs.score();
        return score.recall() < LEAST_RECALL
                || score.precision() < LEAST_PRECISION
                || ours.cpu() > MOST_CPU
                || score.recall() < other.recall()
                || score.precision() < other.precision();
    }
}
