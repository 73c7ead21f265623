package dev.vigil.cli;

import dev.vigil.simulator.NightPlan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a simulated night holds. */
public final class NightOptions {
    @Option(names = "--frames", paramLabel = "N", description = "Frames in all, calibrations included (default: 42).")
    private Integer frames;

    @Option(names = "--size", paramLabel = "PIXELS", description = "Width and height of a frame (default: 1024).")
    private Integer size;

    @Option(names = "--seed", paramLabel = "N", description = "Everything random follows from it (default: 1).")
    private Long seed;

    @Option(names = "--unit", paramLabel = "UNIT", description = "The telescope with its camera (default: GEN01).")
    private String unit;

    @Option(names = "--night", paramLabel = "DATE", description = "The night (default: the night before last).")
    private LocalDate night;

    @Option(names = "--filter", paramLabel = "NAME", description = "The filter in the beam (default: r).")
    private String filter;

    /** The plan of the night. */
    public NightPlan plan(Clock clock) {
        NightPlan plan = NightPlan.of(night == null ? LocalDate.now(clock).minusDays(2) : night);
        plan = Optional.ofNullable(frames).map(plan::withFrames).orElse(plan);
        plan = Optional.ofNullable(size).map(plan::withSize).orElse(plan);
        plan = Optional.ofNullable(seed).map(plan::withSeed).orElse(plan);
        plan = Optional.ofNullable(unit).map(plan::withUnit).orElse(plan);
        return Optional.ofNullable(filter).map(plan::withFilter).orElse(plan);
    }
}
