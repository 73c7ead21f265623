package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneMain;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.SimulatedNight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reduced on a laptop is what goes through the broker. */
class FilesWithoutBrokerTest {
    /** Large enough that the stars of some frames tell where they look. */
    private static final NightPlan PLAN = Deployed.smallNight("GEN07").withSize(384);

    @TempDir
    Path data;

    @Test
    void filesReducedWithoutABrokerAreThoseOfTheArchiveByteForByte() throws Exception {
        Path stars = new Simulation(PLAN, data.resolve("incoming"), data.resolve("truth"), Duration.ZERO)
                .writeReferences()
                .orElseThrow();
        Config given = Config.of(
                Map.of("scheduler.set-quiet", "2 s", "portal.port", "0", "calibrator.references", stars.toString()));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data.resolve("all"), given, true), stop)) {
            Deployed.simulate(PLAN, vigil.incoming());
            Deployed.until(vigil.config(), "GEN07", Duration.ofMinutes(3), night -> night.count("recorded") == 26);
        }
        Path incoming = data.resolve("all").resolve("incoming");
        Path cal = data.resolve("cal");
        combine("bias", incoming, cal);
        combine("dark", incoming, cal);
        combine("flat", incoming, cal);
        List<String> reduce = new ArrayList<>(List.of("reduce-file", "--masters", cal.toString()));
        reduce.addAll(List.of("--out", data.resolve("out").toString(), "--incoming", incoming.toString()));
        reduce.addAll(List.of("--references", stars.toString()));
        reduce.addAll(files(FrameKind.SCIENCE, incoming));
        assertThat(AllInOneMain.line().execute(reduce.toArray(String[]::new))).isZero();

        Path archive = data.resolve("all").resolve("archive");
        assertThatAllAreTheSame(cal, "masters", archive, 3);
        assertThatAllAreTheSame(data.resolve("out"), "products", archive, 8);
        try (Stream<Path> made = Files.walk(data.resolve("out"))) {
            assertThat(made.filter(file -> file.toString().endsWith(".fits")).map(file -> science(file)))
                    .allMatch(header -> header.text("WCSQUAL")
                            .filter(verdict -> !verdict.equals("not run"))
                            .isPresent())
                    .anyMatch(header -> header.has("L1ZP"));
        }
    }

    private static Header science(Path product) {
        try {
            return FitsFile.read(product).named("SCI").orElseThrow().header();
        } catch (IOException | BadFitsException e) {
            throw new AssertionError(product.toString(), e);
        }
    }

    private static void combine(String type, Path incoming, Path cal) throws IOException {
        List<String> command = new ArrayList<>(List.of("masters", "combine", "--type", type));
        command.addAll(
                List.of("--masters", cal.toString(), "--out", cal.toString(), "--incoming", incoming.toString()));
        command.addAll(files(FrameKind.valueOf(type.toUpperCase(java.util.Locale.ROOT)), incoming));
        assertThat(AllInOneMain.line().execute(command.toArray(String[]::new)))
                .as(type)
                .isZero();
    }

    private static List<String> files(FrameKind kind, Path incoming) throws IOException {
        List<String> names = SimulatedNight.of(PLAN).frames().stream()
                .filter(frame -> frame.kind() == kind)
                .map(frame -> frame.name())
                .toList();
        try (Stream<Path> all = Files.walk(incoming)) {
            return all.filter(file -> names.contains(file.getFileName().toString()))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void assertThatAllAreTheSame(Path made, String below, Path archive, int number) throws IOException {
        try (Stream<Path> files = Files.walk(made.resolve(below))) {
            List<Path> fits =
                    files.filter(file -> file.toString().endsWith(".fits")).toList();
            assertThat(fits).hasSize(number);
            for (Path file : fits) {
                assertThat(archive.resolve(made.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }
}
