package dev.vigil.cli.simulated;

import dev.vigil.cli.command.WrongCallException;
import dev.vigil.simulator.Fields;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.Quirks;
import dev.vigil.simulator.camera.Cameras;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a simulated night holds. */
public final class NightOptions {
    @Option(
            names = "--instrument",
            paramLabel = "NAME",
            defaultValue = "generic",
            completionCandidates = CameraNames.class,
            description = "The camera: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String instrument = "generic";

    @Option(
            names = "--detectors",
            paramLabel = "N",
            description = "Detectors of decam (at most 62) and hsc (at most 112; default: 4).")
    private Integer detectors;

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "Exposures in all, calibrations included (default: 42).")
    private Integer frames;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description = "Width and height of a detector (default: 1024, fewer where a camera has many).")
    private Integer size;

    @Option(names = "--seed", paramLabel = "N", description = "Everything random follows from it (default: 1).")
    private Long seed;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "The telescope with its camera (default: one of the instrument, such as GEN01).")
    private String unit;

    @Option(names = "--night", paramLabel = "DATE", description = "The night (default: the night before last).")
    private LocalDate night;

    @Option(
            names = "--filter",
            paramLabel = "NAME",
            description = "The filter in the beam (default: one that the instrument has, such as r).")
    private String filter;

    @Option(
            names = "--crosstalk",
            paramLabel = "SHARE",
            description = "The share of its counts that each amplifier leaves in the others of its detector"
                    + " (default: none).")
    private double crosstalk;

    @Option(
            names = "--non-linearity",
            paramLabel = "SHARE",
            description = "The share of the counts that is missing where a pixel is full (default: none).")
    private double nonLinearity;

    @Option(
            names = "--fringes",
            paramLabel = "SHARE",
            description = "How far fringes stand out of the sky (default: not at all).")
    private double fringes;

    @Option(
            names = "--corner-blur",
            paramLabel = "SHARE",
            description =
                    "By which share stars are wider in the corners of a detector than in its middle (default: 0).")
    private double cornerBlur;

    @Option(
            names = "--fields",
            paramLabel = "WHICH",
            description = "What the generic telescope looks at: made, or tycho2 for real stars through a wide lens,"
                    + " with 1024 to 1400 pixels (default: tycho2 in a demo of such a size, else made).")
    private String fields;

    /** The plan of the night, whose telescope looks at real stars, where it can, if nothing else was asked for. */
    public NightPlan planOfRealSky(Clock clock) {
        NightPlan plan = plan(clock);
        boolean seesThem = Fields.TYCHO2.isSeenBy(plan.instrument(), plan.size());
        return fields == null && seesThem ? plan.withFields(Fields.TYCHO2) : plan;
    }

    /** The plan of the night. */
    public NightPlan plan(Clock clock) {
        return WrongCallException.checked(() -> planned(clock));
    }

    private NightPlan planned(Clock clock) {
        NightPlan plan = NightPlan.of(
                Cameras.named(instrument), night == null ? LocalDate.now(clock).minusDays(2) : night);
        plan = Optional.ofNullable(detectors).map(plan::withDetectors).orElse(plan);
        plan = Optional.ofNullable(frames).map(plan::withFrames).orElse(plan);
        plan = Optional.ofNullable(size).map(plan::withSize).orElse(plan);
        plan = Optional.ofNullable(seed).map(plan::withSeed).orElse(plan);
        plan = Optional.ofNullable(unit).map(plan::withUnit).orElse(plan);
        plan = Optional.ofNullable(fields)
                .map(Fields::named)
                .map(plan::withFields)
                .orElse(plan);
        plan = plan.withQuirks(new Quirks(crosstalk, nonLinearity, fringes, cornerBlur));
        return Optional.ofNullable(filter).map(plan::withFilter).orElse(plan);
    }
}
