package dev.vigil.cli.simulated;

import dev.vigil.cli.command.Target;
import dev.vigil.cli.command.WrongCallException;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.NightPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigil simulate}: a night of a camera that does not exist, with known truth. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Write a simulated night of known truth where a camera would write it.")
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private Target target;

    @Mixin
    private NightOptions night;

    @Option(
            names = "--incoming",
            paramLabel = "DIR",
            description = "The incoming folder (default: that of the deployment).")
    private Path incoming;

    @Option(
            names = "--truth",
            paramLabel = "DIR",
            description = "Where the truth is written as JSON (default: truth beside incoming).")
    private Path truth;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Seconds from frame to frame (default: as fast as it goes).")
    private double every;

    @Option(
            names = "--flaw",
            paramLabel = "NAME[=COUNT]",
            mapFallbackValue = "1",
            completionCandidates = FlawNames.class,
            description = "Something that goes wrong, and how often (default: once); may be given several times:"
                    + " ${COMPLETION-CANDIDATES}.")
    private Map<String, Integer> flaws = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        if (!(every >= 0)) {
            throw new WrongCallException("--every " + every + " are no seconds from frame to frame");
        }
        NightPlan plan =
                WrongCallException.checked(() -> night.plan(Clock.systemUTC()).withFlaws(known(flaws)));
        Path folder = incoming == null ? incomingOf(target) : incoming;
        Path truthFolder = truth == null ? folder.toAbsolutePath().resolveSibling("truth") : truth;
        Duration cadence = Duration.ofMillis(Math.round(every * 1000));
        Simulation simulation = WrongCallException.checked(() -> new Simulation(plan, folder, truthFolder, cadence));
        Terminal terminal = new Terminal(System.out);
        ProgressBar bar = new ProgressBar(
                "simulating " + plan.unit() + " " + plan.night(), simulation.files(), terminal, Clock.systemUTC());
        simulation.run(bar::show);
        bar.end();
        terminal.line("wrote " + simulation.files() + " frames to " + simulation.folder());
        simulation.flaws().forEach(flaw -> terminal.line("  " + flaw.flaw() + ": " + flaw.path()));
        terminal.line("the truth is in " + truthFolder.resolve(plan.unit()).resolve(plan.night() + ".json"));
        terminal.line("a catalogue of its stars is in " + simulation.references());
        return 0;
    }

    private static Map<Flaw, Integer> known(Map<String, Integer> words) {
        Map<Flaw, Integer> flaws = new EnumMap<>(Flaw.class);
        words.forEach((word, count) -> flaws.put(Flaw.named(word), count));
        return flaws;
    }

    private static Path incomingOf(Target target) {
        Config config = target.config();
        return config.read(in -> in.get(Settings.PRODUCER_INCOMING));
    }
}
