package dev.vigil.systemtests;

import dev.vigil.cli.nights.Night;
import dev.vigil.cli.nights.Nights;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.settings.Config;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the system tests do to a deployment, and wait for. */
final class Deployed {
    static final LocalDate NIGHT = LocalDate.of(2026, 11, 12);

    private Deployed() {}

    /** A small night of a unit: six of each calibration and eight science frames of 128 by 128. */
    static NightPlan smallNight(String unit) {
        return NightPlan.of(NIGHT).withUnit(unit).withFrames(6, 6, 6, 8).withSize(128);
    }

    /** The file names of the science frames of a night. */
    static List<String> scienceNames(NightPlan plan) {
        return SimulatedNight.of(plan).frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .map(PlannedFrame::name)
                .toList();
    }

    /** Writes a night as fast as it goes. */
    static void simulate(NightPlan plan, Path incoming) throws Exception {
        new Simulation(plan, incoming, incoming.resolveSibling("truth"), Duration.ZERO).run(done -> {});
    }

    /** Waits until the progress of a night is as wanted; what it was instead is in the error. */
    static Night until(Config config, String unit, Duration patience, Predicate<Night> wanted) {
        Instant end = Instant.now().plus(patience);
        try (Nights nights = Nights.read(config.read(KafkaSettings::from))) {
            Optional<Night> last = find(nights, unit);
            while (last.filter(wanted).isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("after " + patience + " the night of " + unit + " is still "
                            + last.map(night -> night.json().toString()).orElse("unseen"));
                }
                nights.refresh(Duration.ofMillis(200));
                last = find(nights, unit);
            }
            return last.get();
        }
    }

    private static Optional<Night> find(Nights nights, String unit) {
        return nights.all().stream()
                .filter(night -> night.unit().equals(unit) && night.night().equals(NIGHT.toString()))
                .findFirst();
    }
}
