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
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.FlagCosmicRays;
import dev.vigil.reduction.steps.MeasureSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The search for sources beside SExtractor and photutils, on the same exposures, for time and for truth. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description =
                "Find and measure the stars of a night of known truth, and let SExtractor and photutils do so too. Takes some"
                        + " minutes, and wants the machine for itself.")
public final class SourceBench implements Callable<Integer> {
    /** In electrons: a little below what fills a pixel. */
    private static final double SATURATION = 75_000;

    private static final int ROUNDS_TO_WARM_UP = 10;

    @Parameters(
            paramLabel = "NIGHT",
            description = "The folder of the night, with raw frames in raw and what is true of them in truth.")
    private Path night;

    @Option(
            names = "--exposures",
            paramLabel = "N",
            split = ",",
            defaultValue = "0,1,2",
            description = "The numbers of the exposures (default: ${DEFAULT-VALUE}).")
    private List<Integer> exposures;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each exposure is measured; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);
    private final List<StarRow> rows = new ArrayList<>();
    private final List<LightRow> lights = new ArrayList<>();
    private final List<String> points = new ArrayList<>();

    public static void main(String[] args) {
        System.exit(Commands.line(new SourceBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Path folder = Files.createTempDirectory("vigil-sources-");
        try {
            measure(new TruthNight(night), folder);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
        machine.lines().forEach(terminal::line);
        print();
        return check && rows.stream().anyMatch(row -> row.isMissed(rows)) ? 1 : 0;
    }

    private void measure(TruthNight truth, Path folder) throws Exception {
        terminal.line("making masters and calibrating");
        Masters masters = truth.masters();
        ProgressBar bar = new ProgressBar("measuring", exposures.size(), terminal, Clock.systemUTC());
        for (int i = 0; i < exposures.size(); i++) {
            bar.show(i);
            int exposure = exposures.get(i);
            DetectorImage image = truth.calibrated(exposure, masters);
            new FlagCosmicRays(CosmicRays.DEFAULT).mark(image);
            compare(exposure, image, truth, folder);
        }
        bar.end();
    }

    private void compare(int exposure, DetectorImage image, TruthNight truth, Path folder) throws Exception {
        StarTruth stars = StarTruth.read(truth.folder().resolve("truth"), exposure);
        CosmicTruth cosmicRays = truth.cosmicRays(exposure, image);
        DetectorImage cleaned = Cleaned.of(image);
        Optional<SourceExtractor> peer = SourceExtractor.over(cleaned, SATURATION, folder);
        rows.add(ours(StarRow.OURS, exposure, image, stars, cosmicRays));
        rows.add(ours(StarRow.OURS + ", cleaned pixels", exposure, cleaned, stars, cosmicRays));
        PointRace.Result fitted = new PointRace(exposure, image, stars).run(rounds);
        points.add(fitted.line());
        lights.addAll(fitted.rows());
        if (peer.isPresent()) {
            rows.add(theirs(exposure, peer.get(), stars, cosmicRays));
            lights.addAll(PointRace.peers(
                    exposure, stars, image.size().width(), peer.get().spots()));
        } else {
            terminal.line("source-extractor is not installed, and left out (Debian package source-extractor)");
        }
        Optional<Photutils> other = Photutils.over(cleaned, folder);
        if (other.isPresent()) {
            rows.add(other(exposure, other.get(), stars, cosmicRays));
        } else {
            terminal.line("photutils is not installed, and left out (Debian package python3-photutils)");
        }
    }

    /** Once, because it takes its time. */
    private static StarRow other(int exposure, Photutils peer, StarTruth stars, CosmicTruth cosmicRays)
            throws IOException, InterruptedException {
        double seconds = peer.cpuSeconds();
        List<Spot> spots = peer.spots();
        return row("photutils", exposure, List.of(seconds), spots, stars, cosmicRays);
    }

    private StarRow ours(String who, int exposure, DetectorImage image, StarTruth stars, CosmicTruth cosmicRays)
            throws IOException {
        MeasureSources step = new MeasureSources(SourceSettings.DEFAULT);
        List<Double> seconds = new ArrayList<>();
        SourceCatalogue found = step.catalogue(image);
        for (int round = 1; round < ROUNDS_TO_WARM_UP + rounds; round++) {
            double before = OwnCpu.seconds();
            found = step.catalogue(image);
            seconds.add(OwnCpu.seconds() - before);
        }
        List<Spot> spots = found.sources().stream()
                .map(source -> new Spot(
                        source.x() - 1,
                        source.y() - 1,
                        source.apertures().get(1).value(),
                        source.kron().value(),
                        source.fwhm(),
                        source.flagSum()))
                .toList();
        double seeing = found.seeing().orElseThrow().fwhm();
        return new StarRow(
                who,
                exposure,
                seconds.subList(ROUNDS_TO_WARM_UP - 1, seconds.size()),
                seeing / stars.fwhm() - 1,
                StarScore.of(spots, stars, cosmicRays));
    }

    private StarRow theirs(int exposure, SourceExtractor peer, StarTruth stars, CosmicTruth cosmicRays)
            throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            seconds.add(peer.cpuSeconds());
        }
        return row(StarRow.PEER, exposure, seconds, peer.spots(), stars, cosmicRays);
    }

    private static StarRow row(
            String who, int exposure, List<Double> seconds, List<Spot> spots, StarTruth stars, CosmicTruth cosmicRays) {
        return new StarRow(
                who,
                exposure,
                seconds,
                StarScore.medianWidth(spots, stars, cosmicRays) / stars.fwhm() - 1,
                StarScore.of(spots, stars, cosmicRays));
    }

    private void print() {
        Table table = new Table(StarRow.HEADS);
        rows.forEach(row -> table.row(row.cells()));
        terminal.line("");
        table.lines().forEach(terminal::line);
        terminal.line("");
        points.forEach(terminal::line);
        Table light = new Table(LightRow.HEADS);
        lights.forEach(row -> light.row(row.cells()));
        light.lines().forEach(terminal::line);
        terminal.line("");
        rows.forEach(row -> row.complaints(rows).forEach(terminal::line));
    }
}
