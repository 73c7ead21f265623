package dev.vigil.bench;

import dev.vigil.cli.command.Commands;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A load night that anyone can run: the all-in-one and a plain loop do the same work on the same machine. */
@Command(
        name = "load-night",
        mixinStandardHelpOptions = true,
        description =
                "Measure the all-in-one beside a plain loop that does the same work: throughput, latency, CPU, memory."
                        + " Takes some minutes and some gigabytes of disk, and wants the machine for itself.")
public final class LoadNight implements Callable<Integer> {
    private static final int MASTERS = 3;
    private static final Duration SETTLING = Duration.ofSeconds(5);
    /** Until then rows are vacuumed, rounds end and the compilers finish: that is still the night. */
    private static final Duration COMING_TO_REST = Duration.ofSeconds(30);

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Frames of a night (default: ${DEFAULT-VALUE}).")
    private int frames;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            defaultValue = "256",
            description = "Width and height of a frame (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random follows from it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "FRAMES/S",
            description = "Pace of the second night (default: half of what the first night reached).")
    private Double rate;

    @Option(
            names = "--idle",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to watch it idle, half a minute after the last frame (default: ${DEFAULT-VALUE}).")
    private int idleSeconds;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A new or empty folder, on the disk to be measured (default: a temporary one, removed at the end).")
    private Path data;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too.")
    private Path json;

    @Option(names = "--check", description = "End with status 1 if an aim is missed.")
    private boolean check;

    private final Terminal terminal = new Terminal(System.out);

    public static void main(String[] args) {
        System.exit(Commands.line(new LoadNight()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (!Proc.isThere()) {
            throw new IllegalStateException("CPU and memory are read from /proc, which only Linux has");
        }
        Machine machine = Machine.thisOne();
        Path folder = freshFolder();
        LoadReport report = measure(machine, folder);
        report.lines().forEach(terminal::line);
        if (json != null) {
            report.write(json);
        }
        if (data == null) {
            FileUtils.deleteQuietly(folder.toFile());
        }
        return check && report.isMissed() ? 1 : 0;
    }

    private Path freshFolder() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("vigil-load-");
        }
        Files.createDirectories(data);
        try (var inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new IllegalArgumentException(data + " is not empty: a load night starts in a fresh folder");
            }
        }
        return data.toAbsolutePath();
    }

    private LoadReport measure(Machine machine, Path folder) throws Exception {
        StagedNight first = stage(plan("LOAD01", seed), folder);
        StagedNight second = stage(plan("LOAD02", seed + 1), folder);
        StagedNight third = stage(plan("LOAD03", seed + 2), folder);
        FloorRun floor = FloorRun.over(first.folder(), folder.resolve("floor"), terminal);
        RunningAllInOne allInOne = RunningAllInOne.start(launcher(), folder.resolve("data"));
        Burst burst;
        Paced paced;
        Burst again;
        Idle idle;
        try (allInOne;
                LedgerWatch ledger = allInOne.ledger()) {
            terminal.line("all-in-one: ready after %.1f s".formatted(allInOne.readySeconds()));
            burst = burst("all at once", first, allInOne, ledger);
            paced = paced(second, allInOne, ledger, rate == null ? burst.framesPerSecond() / 2 : rate);
            Thread.sleep(SETTLING.toMillis());
            again = burst("all at once again", third, allInOne, ledger);
            idle = idle(allInOne);
        }
        return new LoadReport(
                machine,
                frames,
                size,
                allInOne.readySeconds(),
                floor.floor(),
                burst,
                paced,
                again,
                idle,
                floor.heap(),
                allInOne.heap());
    }

    private NightPlan plan(String unit, long withSeed) {
        return NightPlan.of(LocalDate.now(Clock.systemUTC()).minusDays(2))
                .withUnit(unit)
                .withFrames(frames)
                .withSize(size)
                .withSeed(withSeed);
    }

    private StagedNight stage(NightPlan plan, Path folder) throws IOException {
        ProgressBar bar = bar("simulating " + plan.unit(), frames);
        StagedNight night = StagedNight.write(plan, folder.resolve("staging"), bar::show);
        bar.end();
        return night;
    }

    /** Everything at once; over when every frame is recorded and every quick look taken. */
    private Burst burst(String what, StagedNight night, RunningAllInOne allInOne, LedgerWatch ledger) throws Exception {
        Delivery delivery = new Delivery(night, allInOne.incoming());
        Cpu before = allInOne.servers().cpu();
        delivery.atOnce(night.night().frames());
        Patience patience = new Patience(allInOne, ledger, night.plan().unit());
        int looks = night.science().size();
        LedgerWatch.Standing end =
                patience.until(now -> now.recorded() >= frames && now.looked() >= looks, bar(what, frames));
        Cpu cpu = allInOne.servers().cpu().since(before);
        double seconds = seconds(delivery.first(), end.last());
        Memory memory = patience.mostMemory().most(allInOne.servers().mostMemory());
        return new Burst(frames, seconds, cpu, memory);
    }

    /**
     * Calibrations first, then, when their masters are there, the sky: a frame that waits for its masters waits for the
     * telescope and not for us.
     */
    private Paced paced(StagedNight night, RunningAllInOne allInOne, LedgerWatch ledger, double perSecond)
            throws Exception {
        Thread.sleep(SETTLING.toMillis());
        Delivery delivery = new Delivery(night, allInOne.incoming());
        Patience patience = new Patience(allInOne, ledger, night.plan().unit());
        List<PlannedFrame> calibrations = night.calibrations();
        Cpu before = allInOne.servers().cpu();
        terminal.line("paced: %.1f frames each second, calibrations first".formatted(perSecond));
        delivery.paced(calibrations, perSecond);
        patience.until(
                now -> now.recorded() >= calibrations.size() && now.masters() >= MASTERS,
                bar("paced calibrations", calibrations.size()));
        delivery.paced(night.science(), perSecond);
        patience.until(now -> now.recorded() >= frames, bar("paced", frames));
        Cpu cpu = allInOne.servers().cpu().since(before);
        List<Double> latencies =
                latencies(delivery, ledger.recorded(night.plan().unit()));
        return new Paced(perSecond, Quantiles.of(latencies), cpu, frames);
    }

    private static List<Double> latencies(Delivery delivery, Map<String, Instant> recorded) {
        List<Double> latencies = new ArrayList<>();
        delivery.closed().forEach((frame, closed) -> latencies.add(seconds(closed, recorded.get(frame))));
        return latencies;
    }

    private Idle idle(RunningAllInOne allInOne) throws IOException, InterruptedException {
        Thread.sleep(COMING_TO_REST.toMillis());
        terminal.line("idle: watched for " + idleSeconds + " s");
        Servers servers = allInOne.servers();
        Cpu before = servers.cpu();
        long start = System.nanoTime();
        Thread.sleep(Duration.ofSeconds(idleSeconds).toMillis());
        Cpu cpu = servers.cpu().since(before);
        return new Idle(cpu.sum() * 1e9 / (System.nanoTime() - start), servers.memory());
    }

    private ProgressBar bar(String what, int of) {
        return new ProgressBar(what, of, terminal, Clock.systemUTC());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** The script says where the launcher is. */
    private static Path launcher() {
        return Path.of(System.getProperty("vigil.home", "")).resolve("vigil").toAbsolutePath();
    }
}
