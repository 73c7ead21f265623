package dev.vigil.cli.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.cli.Run;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured on frames of a simulated camera is what that camera has, and fits into a profile. */
class GainCommandTest {
    private static final Pattern LINE =
            Pattern.compile("- \\{name: '(.+)', electronsPerAdu: ([\\d.]+), readNoise: ([\\d.]+)}");

    @TempDir
    Path folder;

    @Test
    void gainAndReadNoiseAreMeasuredAndFitIntoTheProfile() throws IOException {
        NightPlan plan =
                NightPlan.of(LocalDate.of(2026, 11, 18)).withFrames(2, 0, 2, 0).withSize(512);
        Run run = Run.vigil(
                "instrument",
                "gain",
                "generic",
                "--flats",
                file(plan, FrameKind.FLAT, 0),
                file(plan, FrameKind.FLAT, 1),
                "--biases",
                file(plan, FrameKind.BIAS, 0),
                file(plan, FrameKind.BIAS, 1));
        assertThat(run.status()).as(run.err()).isZero();
        Matcher line = LINE.matcher(run.out());
        assertThat(line.find()).as(run.out()).isTrue();
        assertThat(Double.parseDouble(line.group(2))).isCloseTo(1.5, within(0.03));
        assertThat(Double.parseDouble(line.group(3))).isCloseTo(5, within(0.2));
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("mine.yaml"), "profile: mine\nextends: generic\n" + run.out());
        assertThat(Run.vigil("instrument", "check", "mine", "--profiles", profiles.toString())
                        .status())
                .isZero();
    }

    @Test
    void framesThatDoNotFitEachOtherAreRefused() throws IOException {
        NightPlan plan =
                NightPlan.of(LocalDate.of(2026, 11, 18)).withFrames(2, 0, 2, 0).withSize(256);
        String small = file(plan.withSize(128).withUnit("GEN02"), FrameKind.BIAS, 0);
        Run run = Run.vigil(
                "instrument",
                "gain",
                "generic",
                "--flats",
                file(plan, FrameKind.FLAT, 0),
                file(plan, FrameKind.FLAT, 1),
                "--biases",
                small,
                small);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the files do not fit each other: The frames differ in size");
    }

    private String file(NightPlan plan, FrameKind kind, int which) throws IOException {
        SimulatedNight night = SimulatedNight.of(plan);
        List<PlannedFrame> frames = new ArrayList<>(night.frames());
        frames.removeIf(frame -> frame.kind() != kind);
        return night.writeBelow(folder.resolve("in"), frames.get(which)).toString();
    }
}
