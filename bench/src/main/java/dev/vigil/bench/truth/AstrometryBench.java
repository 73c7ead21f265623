package dev.vigil.bench.truth;

import dev.vigil.bench.Machine;
import dev.vigil.bench.OwnCpu;
import dev.vigil.bench.Quantiles;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.Astrometry;
import dev.vigil.reduction.astrometry.AstrometrySolver;
import dev.vigil.reduction.astrometry.SkyField;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pointing.HeaderPointing;
import dev.vigil.reduction.pointing.PointingCards;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.Detections;
import dev.vigil.reduction.steps.FlagCosmicRays;
import dev.vigil.reduction.steps.MeasureSources;
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

/** The solving of coordinates, and the zero point, against the truth, beside astrometry.net and SCAMP. */
@Command(
        name = "astrometry",
        mixinStandardHelpOptions = true,
        description =
                "Solve the coordinates and the zero points of a night of known truth. Takes a minute, and wants the machine for itself.")
public final class AstrometryBench implements Callable<Integer> {
    private static final int ROUNDS_TO_WARM_UP = 20;
    private static final double RMS_AIM = 0.003;
    private static final double DISTORTED_AIM = 0.02;
    private static final double ZERO_POINT_AIM = 0.003;
    private static final double REFERENCE_DEGREES = 0.6;

    /** Of coordinates and zero point together. */
    private static final double CPU_AIM = 0.1;

    @Parameters(
            paramLabel = "NIGHT",
            description =
                    "The folder of the night, with raw frames in raw, what is true of them in truth, and refcat.fits.")
    private Path night;

    @Option(
            names = "--exposures",
            paramLabel = "N",
            split = ",",
            defaultValue = "0,1,2,3",
            description = "The numbers of the exposures (default: ${DEFAULT-VALUE}).")
    private List<Integer> exposures;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "How often each exposure is solved; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);
    private final Table table = new Table(
            "who",
            "exposure",
            "verdict",
            "rung",
            "stars",
            "order",
            "residual \"",
            "from truth \"",
            "aim \"",
            "first CPU s",
            "CPU s",
            "zero point off, mag",
            "its CPU s");
    private boolean isMissed;

    public static void main(String[] args) {
        System.exit(Commands.line(new AstrometryBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        TruthNight truth = new TruthNight(night);
        References references = CatalogueStars.read(night.resolve("refcat.fits"));
        terminal.line("making masters and calibrating");
        Masters masters = truth.masters();
        ProgressBar bar = new ProgressBar("solving", exposures.size(), terminal, Clock.systemUTC());
        for (int i = 0; i < exposures.size(); i++) {
            bar.show(i);
            solve(exposures.get(i), truth, masters, references);
        }
        bar.end();
        machine.lines().forEach(terminal::line);
        table.lines().forEach(terminal::line);
        return check && isMissed ? 1 : 0;
    }

    private void solve(int exposure, TruthNight truth, Masters masters, References references) throws Exception {
        DetectorImage image = truth.calibrated(exposure, masters);
        new FlagCosmicRays(CosmicRays.DEFAULT).mark(image);
        Header header = truth.header(exposure);
        Findings sources = new MeasureSources(SourceSettings.DEFAULT).measure(image, Findings.NONE);
        SkyField field = field(image, header, sources);
        AstrometrySolver solver = new AstrometrySolver(references, Astrometry.DEFAULT);
        List<Double> seconds = new ArrayList<>();
        Solution solution = null;
        for (int round = 0; round < ROUNDS_TO_WARM_UP + rounds; round++) {
            double before = OwnCpu.seconds();
            solution = solver.solve(field);
            seconds.add(OwnCpu.seconds() - before);
        }
        SkyTruth sky = SkyTruth.read(night.resolve("truth"), exposure);
        StarTruth stars = StarTruth.read(night.resolve("truth"), exposure);
        row(
                exposure,
                solution,
                sky,
                seconds,
                ZeroPointRace.run(sources, image.size(), header, references, stars, ROUNDS_TO_WARM_UP, rounds));
        peers(exposure, field, references, sky);
    }

    private void peers(int exposure, SkyField field, References references, SkyTruth truth) throws Exception {
        Path folder = Files.createTempDirectory("vigil-astrometry-");
        try {
            Optional<SolveField> solveField = SolveField.over(field, folder);
            if (solveField.isPresent()) {
                double seconds = solveField.get().cpuSeconds();
                peer("solve-field", exposure, seconds, solveField.get().coordinates(), truth);
            } else {
                terminal.line("solve-field is not installed, and left out (Debian packages astrometry.net,"
                        + " astrometry-data-tycho2-07 and -10-19)");
            }
            Optional<Scamp> scamp = Scamp.over(field, known(references, field), folder);
            if (scamp.isPresent()) {
                double seconds = scamp.get().cpuSeconds();
                peer("SCAMP", exposure, seconds, scamp.get().coordinates(), truth);
            } else {
                terminal.line("SCAMP is not installed, and left out (Debian package scamp)");
            }
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    /** The stars that Vigil has to do with too. */
    private static List<ReferenceStar> known(References references, SkyField field) {
        return references.around(
                field.pointing().coordinates().reference(),
                REFERENCE_DEGREES,
                Epoch.J2000,
                Astrometry.DEFAULT.mostStars());
    }

    private void peer(String who, int exposure, double seconds, Optional<WorldCoordinates> found, SkyTruth truth) {
        table.row(
                who,
                exposure,
                found.isPresent() ? "solved" : "failed",
                "-",
                "-",
                "-",
                "-",
                found.map(truth::rmsOf).map("%.4f"::formatted).orElse("-"),
                "-",
                "%.3f".formatted(seconds),
                "-",
                "-",
                "-");
    }

    private static SkyField field(DetectorImage image, Header header, Findings sources) {
        HeaderPointing read = PointingCards.of(header, header, TruthNight.detector(header));
        Pointing pointing = ((HeaderPointing.Read) read).pointing();
        return new SkyField(
                Detections.of(sources.catalogue().orElseThrow().found().sources()),
                image.size().width(),
                image.size().height(),
                pointing,
                Epoch.J2000,
                List.of());
    }

    private void row(int exposure, Solution solution, SkyTruth truth, List<Double> seconds, ZeroPointRace zeroPoint) {
        double cpu =
                Quantiles.of(seconds.subList(ROUNDS_TO_WARM_UP, seconds.size())).p50();
        double aim = truth.cornerPixels() == 0 ? RMS_AIM : DISTORTED_AIM;
        double rms = solution.fit().map(fit -> truth.rmsOf(fit.coordinates())).orElse(Double.NaN);
        isMissed |= !(rms <= aim) || cpu + zeroPoint.cpuSeconds() > CPU_AIM;
        isMissed |= !(Math.abs(zeroPoint.off().orElse(Double.NaN)) <= ZERO_POINT_AIM);
        table.row(
                "Vigil",
                exposure,
                solution.word() + solution.reason().map(why -> ": " + why).orElse(""),
                solution.rung().orElse("-"),
                solution.fit().map(fit -> fit.matched()).orElse(0),
                solution.fit().map(fit -> fit.order()).orElse(0),
                "%.4f".formatted(solution.fit().map(fit -> fit.rmsArcseconds()).orElse(Double.NaN)),
                "%.4f".formatted(rms),
                "%.3f".formatted(aim),
                "%.3f".formatted(seconds.get(0)),
                "%.3f".formatted(cpu),
                zeroPoint.off().map("%+.4f"::formatted).orElse("-"),
                "%.3f".formatted(zeroPoint.cpuSeconds()));
    }
}
