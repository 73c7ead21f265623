package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.VigilCommand;
import dev.vigil.cli.command.Commands;
import dev.vigil.cli.simulated.Simulation;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import dev.vigil.ledger.Ledger;
import dev.vigil.ledger.LedgerSettings;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.NightPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files are lost, damaged and strewn about behind Vigil's back: {@code vigil verify} finds each, and puts right what can be. */
class VerifyTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "GEN05";

    @TempDir
    Path data;

    /** What a command printed, and its exit status. */
    private record Said(int status, String out) {
        List<String> differences() {
            return out.lines().filter(line -> line.contains("; to do: ")).toList();
        }
    }

    @Test
    void whatIsBrokenBehindVigilsBackIsFoundAndPutRight() throws Exception {
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "2 s",
                "portal.port", "0",
                "auditor.every", "3 s",
                "producer.offer", "http",
                "producer.packaging", "rice"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            NightPlan plan = NightPlan.of(Deployed.NIGHT)
                    .withUnit(UNIT)
                    .withFrames(4, 4, 4, 4)
                    .withSize(128);
            Deployed.simulate(plan, vigil.incoming());
            Deployed.until(vigil.config(), UNIT, PATIENCE, night -> night.count("recorded") == plan.frames());
            assertThat(verify("--deep")).satisfies(said -> {
                assertThat(said.out()).contains("16 frames", "all of them read", "no difference");
                assertThat(said.status()).isZero();
            });
            assertThat(verify("GEN5/2026-11-12")).satisfies(said -> {
                assertThat(said.out())
                        .startsWith("vigil: there is no night GEN5/2026-11-12; did you mean GEN05/2026-11-12?");
                assertThat(said.status()).isEqualTo(2);
            });
            breakThings(vigil.config());
            // News that is seconds old may still be on its way to the ledger, so that row is missed only then.
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(verify().differences()).hasSize(3));
            Said found = verify("--deep");
            assertThat(found.status()).isEqualTo(1);
            assertThat(found.differences())
                    .hasSize(5)
                    .anySatisfy(line -> assertThat(line).startsWith("missing").contains("bias", "fetches it again"))
                    .anySatisfy(line ->
                            assertThat(line).startsWith("damaged").contains("dark", "aside", "fetches it again"))
                    .anySatisfy(line -> assertThat(line).startsWith("damaged").contains("science", "reduces it again"))
                    .anySatisfy(line ->
                            assertThat(line).startsWith("unrecorded").contains("flat", "sends its events again"))
                    .anySatisfy(line -> assertThat(line).startsWith("stray").contains("unheard-of"));
            awaitFindings(vigil.config(), "damaged", 2);
            Said repaired = verify("--deep", "--repair");
            assertThat(repaired.out()).contains("2 damaged files are set aside", "events are sent again");
            Files.delete(archive(vigil.config())
                    .resolve("raw")
                    .resolve(UNIT)
                    .resolve(Deployed.NIGHT.toString())
                    .resolve("unheard-of.fits"));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        Said after = verify("--deep");
                        assertThat(after.differences()).isEmpty();
                        assertThat(after.status()).as(after.out()).isZero();
                    });
            awaitFindings(vigil.config(), "damaged", 0);
            Invariants.assertHold(vigil.config());
        }
    }

    /** Files come in faster than the sides can be asked one after the other. */
    @Test
    void whileANightComesInNothingIsFoundThatIsNotSo() throws Exception {
        Config given = Config.of(Map.of("portal.port", "0", "scheduler.set-quiet", "2 s"));
        NightPlan plan = NightPlan.of(Deployed.NIGHT)
                .withUnit(UNIT)
                .withFrames(60, 0, 0, 0)
                .withSize(64);
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            Simulation night = new Simulation(plan, vigil.incoming(), data.resolve("truth"), Duration.ofMillis(100));
            Future<?> arrival = Executors.newSingleThreadExecutor().submit(() -> {
                night.run(done -> {});
                return null;
            });
            while (!arrival.isDone()) {
                Said said = verify();
                assertThat(said.differences()).as(said.out()).isEmpty();
            }
            arrival.get();
        }
    }

    /** Long before the next round, and before its turn to be fetched comes. */
    @Test
    void aFileThatVanishesWhileItWaitsToBeFetchedIsToldOfUntilItIsThereAgain() throws Exception {
        Config given = Config.of(Map.of(
                "portal.port", "0",
                "scheduler.exposures-per-minute", "0.01",
                "auditor.lookout", "2 s",
                "producer.offer", "http"));
        try (StopSignal stop = new StopSignal();
                AllInOne vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop)) {
            NightPlan plan = NightPlan.of(Deployed.NIGHT)
                    .withUnit(UNIT)
                    .withFrames(4, 0, 0, 0)
                    .withSize(64);
            Deployed.simulate(plan, vigil.incoming());
            Deployed.until(vigil.config(), UNIT, PATIENCE, night -> night.count("transferred") == 1);
            Path waiting = oneThatWaits(vigil.config());
            Path aside = data.resolve("aside.fits");
            Files.move(waiting, aside);
            awaitFindings(vigil.config(), "lost", 1);
            assertThat(findings(vigil.config()))
                    .containsOnlyKeys(vigil.incoming().relativize(waiting) + "#lost")
                    .allSatisfy((key, value) -> assertThat(value)
                            .contains("it is gone from the telescope's disk", "put it back under the same name"));
            assertThat(verify().differences())
                    .singleElement()
                    .asString()
                    .startsWith("lost")
                    .contains(waiting.getFileName().toString());
            Files.move(aside, waiting);
            awaitFindings(vigil.config(), "lost", 0);
            // All that the unit's folder holds: its disk is there, and empty.
            Files.move(waiting.getParent(), data.resolve("aside"));
            awaitFindings(vigil.config(), "lost", 3);
            Files.move(data.resolve("aside"), waiting.getParent());
            awaitFindings(vigil.config(), "lost", 0);
        }
    }

    private static Path oneThatWaits(Config config) {
        try (Ledger ledger = Ledger.reading(new LedgerSettings(
                config.read(in -> in.get(Settings.LEDGER_URL)),
                config.read(in -> in.get(Settings.LEDGER_USER)),
                config.read(in -> in.get(Settings.LEDGER_PASSWORD)),
                1))) {
            return config.read(in -> in.get(Settings.PRODUCER_INCOMING))
                    .resolve(Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> ledger.frames().unfetched(), waiting -> waiting.size() == 3)
                            .get(0)
                            .path());
        }
    }

    /** The auditor finds the same by itself, by reading the archive again and again, and takes it back when it is put right. */
    private static void awaitFindings(Config config, String kind, int expected) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(findings(config).values())
                        .filteredOn(value -> value.contains("\"kind\":\"" + kind + "\""))
                        .hasSize(expected));
    }

    private static Map<String, String> findings(Config config) {
        Map<String, String> found = new TreeMap<>();
        try (TopicReader reader =
                TopicReader.fromBeginning(config.read(KafkaSettings::from), Topics.AUDIT_DIFFERENCES.name())) {
            reader.untilEnd(record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    found.remove(key);
                } else {
                    found.put(key, new String(record.value(), StandardCharsets.UTF_8));
                }
            });
        }
        return found;
    }

    /** A bias vanishes, a dark and a reduced frame lose a bit, the ledger loses the row of a flat, and a file of nobody turns up. */
    private static void breakThings(Config config) throws Exception {
        Path archive = archive(config);
        Files.delete(file(archive.resolve("raw"), "_bias_"));
        flip(file(archive.resolve("raw"), "_dark_"));
        flip(file(archive.resolve("products"), ".fits"));
        Path stray = archive.resolve("raw")
                .resolve(UNIT)
                .resolve(Deployed.NIGHT.toString())
                .resolve("unheard-of.fits");
        Files.writeString(stray, "whose is this?");
        Files.setLastModifiedTime(
                stray,
                java.nio.file.attribute.FileTime.from(java.time.Instant.now().minusSeconds(3600)));
        try (Connection ledger = DriverManager.getConnection(
                        config.read(in -> in.get(Settings.LEDGER_URL)),
                        config.read(in -> in.get(Settings.LEDGER_USER)),
                        config.read(in -> in.get(Settings.LEDGER_PASSWORD)));
                PreparedStatement delete = ledger.prepareStatement(
                        "delete from transfers where frame = (select min(frame) from transfers where frame like '%flat%')")) {
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    private static Path archive(Config config) {
        return config.read(in -> in.get(Settings.ARCHIVE_FOLDER));
    }

    private static Path file(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().contains(part))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private Said verify(String... options) {
        StringWriter out = new StringWriter();
        CommandLine line = Commands.line(new VigilCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        String[] arguments = Stream.of(Stream.of("verify"), Stream.of(options), Stream.of("--data", data.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return new Said(line.execute(arguments), out.toString());
    }
}
