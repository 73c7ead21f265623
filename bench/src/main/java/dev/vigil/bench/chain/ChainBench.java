package dev.vigil.bench.chain;

import dev.vigil.bench.Machine;
import dev.vigil.bench.OwnCpu;
import dev.vigil.bench.Quantiles;
import dev.vigil.bench.truth.CatalogueStars;
import dev.vigil.bench.truth.MasterFiles;
import dev.vigil.bench.truth.TruthNight;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Table;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Masters;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole exposure, line by line, beside the chain that an astronomer would write. */
@Command(
        name = "chain",
        mixinStandardHelpOptions = true,
        description =
                "Reduce the exposures of a night of known truth from raw file to products, and print what each part costs."
                        + " Takes some minutes, and wants the machine for itself.")
public final class ChainBench implements Callable<Integer> {
    private static final double CPU_AIM = 2.5;
    private static final double WALL_AIM = 1.5;
    private static final double WORKERS_AIM = 1.8;
    private static final double BANDWIDTH_AIM = 0.5;

    /** What must move: a raw value as it is in memory, value and variance of three masters, whose masks hardly count, and three planes written. */
    private static final int BYTES_PER_PIXEL = 4 + 3 * 8 + 12;

    @Parameters(
            paramLabel = "NIGHT",
            description =
                    "The folder of the night, with raw frames in raw, and refcat.fits; with --large, any folder for 2.5 GB.")
    private Path night;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each exposure is reduced; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--alone", description = "Leave the Python chain out, which takes half a minute for each exposure.")
    private boolean alone;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            defaultValue = "${sys:vigil.chain}",
            description = "The Python chain (default: ${DEFAULT-VALUE}).")
    private Path script;

    @Option(
            names = "--large",
            description =
                    "Instead: make masters of frames of 61 megapixels and reduce one, each in a JVM with little heap.")
    private boolean large;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "1900m",
            description = "The heap of --large (default: ${DEFAULT-VALUE}).")
    private String heap;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);
    private boolean isMissed;

    public static void main(String[] args) {
        // As a calibrator runs.
        CompilerAdvice.give();
        System.exit(Commands.line(new ChainBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.thisOne();
        Path folder = Files.createTempDirectory("vigil-chain-");
        try {
            if (large) {
                measureLarge(folder);
            } else {
                measure(folder, machine);
            }
            return check && isMissed ? 1 : 0;
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private void measureLarge(Path folder) throws Exception {
        if (!Files.exists(night.resolve("raw").resolve("sci_00.fits"))) {
            terminal.line("writing frames of " + LargeNight.WIDTH + " x " + LargeNight.HEIGHT);
            LargeNight.write(night);
        }
        terminal.line(lap(
                "bias, dark and flat of five frames each, heap " + heap,
                new OwnProcess(CombineMasters.class, heap).run(night, folder)));
        Path raw = night.resolve("raw").resolve("sci_00.fits");
        terminal.line(lap(
                "the exposure with its masters, from the JVM's start, heap " + heap,
                new OwnProcess(OneExposure.class, heap).run(raw, folder, night.resolve("refcat.fits"), folder)));
    }

    private static String lap(String what, Lap lap) {
        return "%s: %.2f s of CPU, %.2f s".formatted(what, lap.cpu(), lap.wall());
    }

    private void measure(Path folder, Machine machine) throws Exception {
        TruthNight truth = new TruthNight(night);
        SolveAstrometry astrometry =
                SolveAstrometry.by(CatalogueStars.read(night.resolve("refcat.fits")), "the night's own");
        terminal.line("making masters");
        MasterFiles.combine(truth, folder);
        Lap cold = new OwnProcess(OneExposure.class, "2g")
                .run(truth.files("sci").get(0), folder, night.resolve("refcat.fits"), folder);
        Masters masters = truth.masters();
        List<Map<Line, Lap>> ours = new ArrayList<>();
        List<Path> raws = truth.files("sci");
        ProgressBar bar = new ProgressBar("reducing", rounds + 1, terminal, Clock.systemUTC());
        for (int round = 0; round <= rounds; round++) {
            bar.show(round);
            for (Path raw : raws) {
                Map<Line, Lap> laps = reduce(raw, masters, astrometry, folder);
                if (round > 0) {
                    ours.add(laps);
                }
            }
        }
        bar.end();
        Optional<List<Map<Line, Lap>>> theirs = theirs(raws.size(), folder);
        machine.lines().forEach(terminal::line);
        print(ours, theirs);
        Lap whole = whole(medians(ours), false);
        terminal.line("the first exposure of a JVM, from its start, masters read from files: %.2f s of CPU, %.2f s"
                .formatted(cold.cpu(), cold.wall()));
        judge("a whole exposure by the clock, s", whole.wall(), whole.wall() <= WALL_AIM, "<= " + WALL_AIM);
        double gain = twoWorkers(raws, masters, astrometry, folder);
        judge("two workers, times one", gain, gain >= WORKERS_AIM, ">= " + WORKERS_AIM);
        double share = shareOfBandwidth(raws.get(0), masters);
        judge(
                "the arithmetic's share of the bandwidth of copying",
                share,
                share >= BANDWIDTH_AIM,
                ">= " + BANDWIDTH_AIM);
    }

    private void judge(String what, double figure, boolean isMet, String aim) {
        isMissed |= !isMet;
        terminal.line("%s: %.2f (aim %s: %s)".formatted(what, figure, aim, isMet ? "met" : "MISSED"));
    }

    private static Map<Line, Lap> reduce(Path raw, Masters masters, SolveAstrometry astrometry, Path folder)
            throws Exception {
        Header header = FitsFile.read(raw).primary().header();
        Recipe recipe = TruthNight.recipe(header, masters, astrometry);
        Laps laps = new Laps();
        new ExposureChain(folder, laps).run(raw, TruthNight.detector(header), recipe);
        Map<Line, Lap> byLine = new EnumMap<>(Line.class);
        laps.all().forEach((name, lap) -> byLine.put(Line.valueOf(name), lap));
        return byLine;
    }

    private Optional<List<Map<Line, Lap>>> theirs(int exposures, Path folder) throws Exception {
        Optional<PythonChain> chain = alone ? Optional.empty() : PythonChain.installed(script, night);
        if (chain.isEmpty()) {
            terminal.line("the Python chain is left out (Debian packages python3-ccdproc, -astroscrappy, -sep, -scipy,"
                    + " -matplotlib, astrometry.net, astrometry-data-tycho2)");
            return Optional.empty();
        }
        List<Map<Line, Lap>> laps = new ArrayList<>();
        ProgressBar bar = new ProgressBar("the Python chain", exposures, terminal, Clock.systemUTC());
        for (int exposure = 0; exposure < exposures; exposure++) {
            bar.show(exposure);
            laps.add(chain.get().run(exposure, folder));
        }
        bar.end();
        return Optional.of(laps);
    }

    private void print(List<Map<Line, Lap>> ours, Optional<List<Map<Line, Lap>>> theirs) {
        Map<Line, Lap> medians = medians(ours);
        Optional<Map<Line, Lap>> peers = theirs.map(ChainBench::medians);
        Table table = new Table("of one exposure, seconds", "CPU", "wall", "peers' CPU", "peers' wall", "aim, CPU", "");
        for (Line line : Line.values()) {
            Lap lap = medians.getOrDefault(line, Lap.NONE);
            boolean missed = line.aim().isPresent() && lap.cpu() > line.aim().getAsDouble();
            isMissed |= missed;
            table.row(
                    (line.isInPeersChain() ? "" : "besides: ") + line.words(),
                    text(lap.cpu()),
                    text(lap.wall()),
                    peers.map(all -> all.get(line))
                            .map(Lap::cpu)
                            .map(ChainBench::text)
                            .orElse("-"),
                    peers.map(all -> all.get(line))
                            .map(Lap::wall)
                            .map(ChainBench::text)
                            .orElse("-"),
                    line.aim().isPresent() ? text(line.aim().getAsDouble()) : "",
                    line.aim().isEmpty() ? "" : missed ? "MISSED" : "met");
        }
        add(
                table,
                "whole, the products of the chain",
                whole(medians, false),
                peers.map(all -> whole(all, false)),
                CPU_AIM);
        add(table, "whole, with all that is besides", whole(medians, true), Optional.empty(), Double.NaN);
        table.lines().forEach(terminal::line);
    }

    private void add(Table table, String what, Lap ours, Optional<Lap> theirs, double aim) {
        isMissed |= ours.cpu() > aim;
        table.row(
                what,
                text(ours.cpu()),
                text(ours.wall()),
                theirs.map(Lap::cpu).map(ChainBench::text).orElse("-"),
                theirs.map(Lap::wall).map(ChainBench::text).orElse("-"),
                Double.isNaN(aim) ? "" : text(aim),
                Double.isNaN(aim) ? "" : ours.cpu() > aim ? "MISSED" : "met");
    }

    private static String text(double seconds) {
        return "%.3f".formatted(seconds);
    }

    private static Map<Line, Lap> medians(List<Map<Line, Lap>> all) {
        Map<Line, Lap> medians = new EnumMap<>(Line.class);
        for (Line line : all.get(0).keySet()) {
            List<Lap> laps = all.stream().map(each -> each.get(line)).toList();
            medians.put(
                    line,
                    new Lap(
                            Quantiles.of(laps.stream().map(Lap::cpu).toList()).p50(),
                            Quantiles.of(laps.stream().map(Lap::wall).toList()).p50()));
        }
        return medians;
    }

    private static Lap whole(Map<Line, Lap> laps, boolean besides) {
        return laps.entrySet().stream()
                .filter(each -> besides || each.getKey().isInPeersChain())
                .map(Map.Entry::getValue)
                .reduce(Lap.NONE, Lap::plus);
    }

    /** How many times as fast two threads reduce twice as many exposures. */
    private double twoWorkers(List<Path> raws, Masters masters, SolveAstrometry astrometry, Path folder)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> workers = new ArrayList<>();
            for (int worker = 0; worker < 2; worker++) {
                Path own = Files.createDirectories(folder.resolve("worker-" + worker));
                workers.add(() -> {
                    for (Path raw : raws) {
                        reduce(raw, masters, astrometry, own);
                    }
                    return true;
                });
            }
            double one = seconds(threads, workers.subList(0, 1));
            return 2 * one / seconds(threads, workers);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double seconds(ExecutorService threads, List<Callable<Boolean>> workers) throws Exception {
        long began = System.nanoTime();
        for (Future<Boolean> done : threads.invokeAll(workers)) {
            done.get();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** With raw pixels and masters in memory. */
    private double shareOfBandwidth(Path raw, Masters masters) throws Exception {
        try (ImageReader reader = ImageReader.open(raw)) {
            Header header = reader.file().primary().header();
            Size size = FitsRows.of(reader, 0).size();
            RawRows pixels = RawRows.of(size, reader.read(0).pixels());
            Recipe recipe = TruthNight.recipe(header, masters, SolveAstrometry.WITHOUT_REFERENCES);
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < 2 * rounds + 5; round++) {
                double before = OwnCpu.seconds();
                ExposureChain.pixels(recipe, pixels);
                seconds.add(OwnCpu.seconds() - before);
            }
            double arithmetic = (double) BYTES_PER_PIXEL
                    * size.pixels()
                    / Quantiles.of(seconds).p50();
            double copying = CopyBandwidth.measured();
            terminal.line(
                    "copying: %.1f GB/s in one thread, %.1f GB/s into new memory; the arithmetic: %.1f GB/s, %.0f ms for %d bytes a pixel"
                            .formatted(
                                    copying / 1e9,
                                    CopyBandwidth.intoNewMemory() / 1e9,
                                    arithmetic / 1e9,
                                    1e3 * Quantiles.of(seconds).p50(),
                                    BYTES_PER_PIXEL));
            return arithmetic / copying;
        }
    }
}
