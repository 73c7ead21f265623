package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.simulator.NightPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A telescope's disk is emptied by {@code vigil release}: of what the archive has, and of nothing else. */
class ReleaseTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "GEN07";

    @TempDir
    Path data;

    private record Said(int status, String out) {}

    @Test
    void whatTheArchiveHasIsReleasedAndWhatItHasNotIsKept() throws Exception {
        Config given =
                Config.of(Map.of("scheduler.set-quiet", "2 s", "portal.port", "0", "producer.release-after", "1 s"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            NightPlan plan = NightPlan.of(Deployed.NIGHT)
                    .withUnit(UNIT)
                    .withFrames(4, 4, 4, 4)
                    .withSize(128);
            Deployed.simulate(plan, vigil.incoming());
            Deployed.until(vigil.config(), UNIT, PATIENCE, night -> night.count("recorded") == plan.frames());
            Path night = vigil.incoming().resolve(UNIT).resolve(Deployed.NIGHT.toString());
            Path unheardOf = Files.writeString(night.resolve("unfinished.fits.part"), "somebody's");

            Said dry = vigil("release", "--unit", UNIT, "--dry-run");
            assertThat(dry.out()).contains("would release 16 files", "of 16");
            assertThat(dry.status()).isZero();
            assertThat(files(night)).hasSize(17);

            Path archived = file(archive(vigil.config()).resolve("raw"), "_bias_");
            flip(archived);
            Path altered = file(night, "_science_");
            flip(altered);
            Said real = vigil("release", "--unit", UNIT);
            assertThat(real.out())
                    .contains("kept at the telescope: the bytes of raw/" + UNIT)
                    .contains("its bytes are not those that were announced")
                    .contains("released 14 files");
            assertThat(real.status()).isEqualTo(1);
            assertThat(files(night))
                    .containsExactlyInAnyOrder(altered, night.resolve(archived.getFileName()), unheardOf);
            awaitReleased(vigil.config(), 14);

            assertThat(vigil("verify", "--deep").out())
                    .contains("1 difference")
                    .contains("damaged  " + UNIT)
                    .doesNotContain("lost  ", "missing  ");
            vigil("verify", "--deep", "--repair");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(vigil("verify", "--deep").out()).contains("no difference"));
            assertThat(vigil("release", "--unit", UNIT).out()).contains("released 1 file,");
            assertThat(files(night)).containsExactlyInAnyOrder(altered, unheardOf);
            Invariants.assertHold(vigil.config());
        }
    }

    @Test
    void whereItIsToldToTheAuditorAsksByItself() throws Exception {
        Config given = Config.of(Map.of(
                "scheduler.set-quiet",
                "2 s",
                "portal.port",
                "0",
                "producer.units." + UNIT + ".release-after",
                "1 s",
                "auditor.every",
                "3 s",
                "auditor.release",
                "true"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            NightPlan plan = NightPlan.of(Deployed.NIGHT).withFrames(3, 3, 3, 3).withSize(128);
            Deployed.simulate(plan.withUnit(UNIT), vigil.incoming());
            Deployed.simulate(plan.withUnit("KEEPS"), vigil.incoming());
            awaitReleased(vigil.config(), plan.frames());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(files(vigil.incoming().resolve(UNIT))).isEmpty());
            for (String unit : List.of(UNIT, "KEEPS")) {
                Deployed.until(vigil.config(), unit, PATIENCE, night -> night.count("recorded") == plan.frames());
            }
            assertThat(files(vigil.incoming().resolve("KEEPS"))).hasSize(plan.frames());
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(vigil("verify", "--deep").out()).contains("no difference"));
        }
    }

    private static void awaitReleased(Config config, int expected) {
        Awaitility.await().atMost(PATIENCE).until(() -> released(config) == expected);
    }

    private static int released(Config config) throws Exception {
        try (Connection ledger = DriverManager.getConnection(
                        config.read(in -> in.get(Settings.LEDGER_URL)),
                        config.read(in -> in.get(Settings.LEDGER_USER)),
                        config.read(in -> in.get(Settings.LEDGER_PASSWORD)));
                Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from releases")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Path archive(Config config) {
        return config.read(in -> in.get(Settings.ARCHIVE_FOLDER));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path file(Path folder, String part) throws IOException {
        return files(folder).stream()
                .filter(path -> path.getFileName().toString().contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** As a bad disk would: size and time stay. */
    private static void flip(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    private Said vigil(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Commands.line(new VigilCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        String[] all = Stream.of(Stream.of(arguments), Stream.of("--data", data.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return new Said(line.execute(all), out.toString());
    }
}
