package dev.vigil.allinone;

import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.nights.Night;
import dev.vigil.cli.nights.NightTable;
import dev.vigil.cli.nights.Nights;
import dev.vigil.cli.simulated.NightOptions;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.NightTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigil demo}: a small night from the telescope's disk to the ledger, and the proof that nothing is missing. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Simulate a small night and carry it to the ledger, in one process and a fresh folder.",
            "Ends with status 0 only if every frame is accounted for by the ledger, the archive and the progress topic alike."
        })
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private NightOptions night;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for everything; it must be new or empty (default: a temporary one).")
    private Path data;

    @Option(names = "--keep", description = "Leave everything running at the end, until Ctrl-C.")
    private boolean keep;

    private final Terminal terminal = new Terminal(System.out);

    @Override
    public Integer call() throws Exception {
        CompilerAdvice.give();
        NightPlan plan = night.planOfRealSky(Clock.systemUTC());
        Path folder = freshFolder();
        try (StopSignal stop = StopSignal.ofThisProcess()) {
            boolean good = run(plan, folder, stop);
            // Before the signal is closed: after Ctrl-C the process ends with that.
            tidyUp(folder, good);
            return good ? 0 : 1;
        }
    }

    /** A temporary folder is deleted, unless there is something to find out. */
    private void tidyUp(Path folder, boolean good) {
        if (data == null && good) {
            FileUtils.deleteQuietly(folder.toFile());
        } else if (data == null) {
            terminal.line("what is there is left for you to look at: " + folder);
        }
    }

    private boolean run(NightPlan plan, Path folder, StopSignal stop) throws Exception {
        long start = System.nanoTime();
        terminal.line("starting the broker, the database and every service in " + folder);
        try (AllInOne allInOne = AllInOne.start(new AllInOneSettings(folder, given(plan, folder), true), stop)) {
            allInOne.remarks().forEach(terminal::line);
            terminal.line("ready after " + seconds(start) + "; pages on " + allInOne.portal() + ", kafka on "
                    + allInOne.broker());
            Simulation simulation = simulation(plan, allInOne);
            terminal.line("simulating " + simulation.files() + " frames of " + plan.size() + " x " + plan.size()
                    + " for " + plan.unit() + ", night " + plan.night());
            watch(plan, simulation, allInOne, stop);
            boolean good = account(plan, simulation.files(), allInOne);
            terminal.line("took " + seconds(start) + " in all");
            if (keep && !stop.isStopping()) {
                terminal.line("still running: pages on " + allInOne.portal() + "; Ctrl-C ends it");
                stop.await();
                terminal.line("stopping: work in hand is finished first");
            }
            return good;
        }
    }

    private static Simulation simulation(NightPlan plan, AllInOne allInOne) {
        return new Simulation(plan, allInOne.incoming(), truthOf(allInOne), Duration.ZERO);
    }

    private static Path truthOf(AllInOne allInOne) {
        return allInOne.incoming().resolveSibling("truth");
    }

    private void watch(NightPlan plan, Simulation simulation, AllInOne allInOne, StopSignal stop) throws Exception {
        try (Camera camera = Camera.start(simulation, stop);
                Nights nights = Nights.read(allInOne.config().read(KafkaSettings::from))) {
            new DemoView(plan, simulation.files(), terminal, Clock.systemUTC()).untilSettled(nights, camera, stop);
        }
    }

    /** The same question to the ledger, the archive and the progress topic; all must say the same. */
    private boolean account(NightPlan plan, int frames, AllInOne allInOne) throws Exception {
        Accounts accounts = Accounts.of(plan.unit(), plan.night(), allInOne.config());
        Optional<Night> progress = accounts.progress();
        progress.ifPresent(
                found -> NightTable.lines(List.of(found), terminal.width()).forEach(terminal::line));
        if (progress.stream().anyMatch(DemoCommand::isTroubled)) {
            explain(plan, allInOne);
        }
        compare(plan, accounts, allInOne);
        List<String> differences = accounts.differences(frames);
        differences.forEach(terminal::line);
        terminal.line("accounted for: " + accounts.accountedFor() + " of " + frames);
        return differences.isEmpty() && accounts.accountedFor() == frames;
    }

    private static boolean isTroubled(Night night) {
        return Stream.of("failed", "stalled", "waiting").anyMatch(standing -> night.count(standing) > 0);
    }

    /** Accounted for is not reduced: why not is said, as long as there is somebody to ask. */
    private static void explain(NightPlan plan, AllInOne allInOne) {
        Path folder = allInOne.incoming().toAbsolutePath().getParent();
        Commands.line(new VigilCommand())
                .execute("frames", plan.unit() + "/" + plan.night(), "--data", folder.toString());
    }

    private void compare(NightPlan plan, Accounts accounts, AllInOne allInOne) throws IOException {
        Path truth = truthOf(allInOne).resolve(plan.unit()).resolve(plan.night() + ".json");
        if (Files.exists(truth)) {
            NightTruth night = NightTruth.read(truth);
            TruthTable.lines(night, accounts.measured()).forEach(terminal::line);
            TruthTable.placed(night, accounts.measured()).ifPresent(terminal::line);
        }
    }

    /** Frames are placed on the sky by what a catalogue knows of the night's stars, which must be there at the start. */
    private static Config given(NightPlan plan, Path folder) throws IOException {
        Config given = given();
        if (given.sets(Settings.CALIBRATOR_REFERENCES)) {
            return given;
        }
        Path whole = folder.toAbsolutePath().normalize();
        return new Simulation(plan, whole.resolve("incoming"), whole.resolve("truth"), Duration.ZERO)
                .writeReferences()
                .map(catalogue -> given.with(Settings.CALIBRATOR_REFERENCES, catalogue))
                .orElse(given);
    }

    private static Config given() {
        Config given = Config.fromEnvironment();
        return given.sets(Settings.SCHEDULER_SET_QUIET) ? given : given.with(Settings.SCHEDULER_SET_QUIET, "2 s");
    }

    private Path freshFolder() throws IOException {
        if (data == null) {
            return Files.createTempDirectory("vigil-demo-");
        }
        Files.createDirectories(data);
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new WrongCallException(
                        data + " is not empty: a demo starts in a fresh folder. Name another, or use: vigil up --data "
                                + data);
            }
        }
        return data;
    }

    private static String seconds(long start) {
        return String.format("%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
