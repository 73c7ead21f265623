package dev.vigil.cli;

import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Writes a simulated night where a camera would, frame after frame. */
public final class Simulation {
    private final NightPlan plan;
    private final Path incoming;
    private final Path truth;
    private final Duration cadence;

    /** Prepares it: a frame every so often, or one after the other when the cadence is zero. */
    public Simulation(NightPlan plan, Path incoming, Path truth, Duration cadence) {
        this.plan = plan;
        this.incoming = incoming;
        this.truth = truth;
        this.cadence = cadence;
    }

    /** Where the frames go. */
    public Path folder() {
        return incoming.resolve(plan.unit()).resolve(plan.night().toString());
    }

    /** Writes all frames, and then what is true of them; says how many are done. */
    public void run(LongConsumer done) throws IOException, InterruptedException {
        SimulatedNight night = SimulatedNight.of(plan);
        Files.createDirectories(folder());
        long count = 0;
        for (PlannedFrame frame : night.frames()) {
            long start = System.nanoTime();
            night.write(frame, folder());
            done.accept(++count);
            long rest = cadence.toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (rest > 0) {
                Thread.sleep(rest);
            }
        }
        Path file = truth.resolve(plan.unit()).resolve(plan.night() + ".json");
        Files.createDirectories(file.getParent());
        night.writeTruth(file);
    }
}
