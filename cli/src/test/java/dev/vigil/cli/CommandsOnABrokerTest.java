package dev.vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigil.archive.FilesystemArchive;
import dev.vigil.audit.Difference;
import dev.vigil.audit.Lookout;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.queues.Held;
import dev.vigil.common.queues.UnitQueue;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.BackfillNights;
import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.Judgement;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, against a real broker. Every test speaks of a unit of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsOnABrokerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));

    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private Path settings;
    private KafkaProducer<byte[], byte[]> producer;
    private EventWriter writer;

    @BeforeAll
    void startABroker(@TempDir Path folder) throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of());
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 2, 1);
        settings = Files.writeString(
                folder.resolve("vigil.yaml"),
                "kafka.bootstrap.servers: " + broker.bootstrapServers() + "\narchive.folder: "
                        + folder.resolve("archive") + "\n");
        FilesystemArchive.create(folder.resolve("archive"));
        TopicKeeper.ensure(kafka);
        writer = EventWriter.open(kafka, new WireFormat(new BundledRegistry()), "test");
        producer = new KafkaProducer<>(kafka.client("test"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    void stopTheBroker() throws Exception {
        producer.close();
        writer.close();
        broker.close();
    }

    @Test
    void tailPrintsEventsAsLinesOfJson() throws Exception {
        writer.sendAndWait(announcement("T1/2026-11-19/a.fits"));
        writer.sendAndWait(announcement("T1/2026-11-19/b.fits"));
        List<JsonNode> lines = tail("frames.announced", "--key", "T1/");
        assertThat(lines)
                .extracting(line -> line.get("key").asText())
                .containsExactly("T1/2026-11-19/a.fits", "T1/2026-11-19/b.fits");
        assertThat(lines.get(0).at("/value/judgement/why").asText()).isEqualTo("still growing");
        assertThat(lines.get(0).at("/value/identity/night").asText()).isEqualTo("2026-11-19");
    }

    @Test
    void tailPrintsOnlyRecordsWithTheKey() throws Exception {
        writer.sendAndWait(announcement("T2/2026-11-19/wanted.fits"));
        writer.sendAndWait(announcement("T2/2026-11-19/other.fits"));
        assertThat(tail("frames.announced", "--key", "wanted")).hasSize(1);
    }

    @Test
    void tailPrintsTopicsThatAreJsonAsTheyAre() throws Exception {
        send("progress.frames", "T3/a.fits", "{\"frame\": \"T3/a.fits\", \"stage\": {\"deep\": 1}}");
        List<JsonNode> lines = tail("progress.frames", "--key", "T3/");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).at("/value/stage/deep").asInt()).isEqualTo(1);
    }

    @Test
    void tailShowsARecordThatCannotBeDecodedAsSuchAndGoesOn() throws Exception {
        send("frames.failed", "T4/bad.fits", "not avro");
        send("frames.failed", "T4/gone.fits", null);
        send("progress.frames", "T4/bad.fits", "half a {");
        List<JsonNode> lines = tail("frames.failed", "--key", "T4/");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).at("/value/undecodable").asText()).contains("frames.failed");
        assertThat(Base64.getDecoder().decode(lines.get(0).at("/value/base64").asText()))
                .isEqualTo(bytes("not avro"));
        assertThat(lines.get(1).get("value").isNull()).isTrue();
        assertThat(tail("progress.frames", "--key", "T4/")
                        .get(0)
                        .at("/value/undecodable")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void statusShowsEachNightsLastWord() throws Exception {
        night("T5", "2026-11-18", 7, 3);
        night("T5", "2026-11-18", 7, 7);
        night("T5", "2026-11-19", 4, 0);
        Run run = vigil("status", "T5/2026-11-01..");
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "night unit seen announced transferred reduced recorded failed waiting stalled excluded on the way complete",
                        "2026-11-19 T5 4 0 0 0 0 0 0 0 0 4 no",
                        "2026-11-18 T5 7 0 0 0 7 0 0 0 0 0 yes");
    }

    @Test
    void statusAsJsonIsTheTopicsOwnValue() throws Exception {
        night("T6", "2026-11-19", 4, 4);
        Run run = vigil("status", "--json", "T6/2026-11-19");
        assertThat(JSON.readTree(run.out())).isEqualTo(JSON.readTree(progress("T6", "2026-11-19", 4, 4)));
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void whatIsNoProgressIsNamedAndPassedBy() throws Exception {
        night("T50", "2026-11-19", 4, 4);
        frame("T50/2026-11-19/a.fits", "failed", "transfer", "disk full");
        for (String topic : List.of("progress.nights", "progress.frames", "progress.exposures")) {
            send(topic, "T50/garbage", "garbage");
            send(topic, "T50/another", "{\"no\": \"progress\"}");
        }
        assertThat(vigil("status", "T50")).satisfies(passingBy("progress.nights", "2026-11-19  T50"));
        assertThat(vigil("frames", "T50")).satisfies(passingBy("progress.frames", "disk full"));
        assertThat(vigil("exposures", "T50")).satisfies(passingBy("progress.exposures", "No exposure"));
        // Other tests look at all that is said.
        for (String topic : List.of("progress.nights", "progress.frames", "progress.exposures")) {
            send(topic, "T50/garbage", null);
            send(topic, "T50/another", null);
        }
    }

    private static Consumer<Run> passingBy(String topic, String said) {
        return run -> {
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains(said);
            assertThat(run.err().lines())
                    .anySatisfy(line -> assertThat(line).startsWith("vigil: passed by T50/garbage on " + topic + ": "))
                    .anySatisfy(line -> assertThat(line).startsWith("vigil: passed by T50/another on " + topic + ": "));
        };
    }

    @Test
    void aNightOrUnitThatIsNotThereIsRefusedByEveryCommandAlike() throws Exception {
        night("T40", "2031-11-19", 1, 1);
        for (String command : List.of("status", "frames", "exposures", "retry")) {
            assertThat(vigil(command, "2031-11-09"))
                    .as(command)
                    .satisfies(refused("there is no night or unit 2031-11-09; did you mean 2031-11-19? There are "));
            assertThat(vigil(command, "T4O/2031-11-19"))
                    .satisfies(refused("there is no night T4O/2031-11-19; did you mean T40/2031-11-19? There are "));
            assertThat(vigil(command, "2032-01-01..2032-01-31"))
                    .satisfies(refused("there is no night or unit 2032-01-01..2032-01-31; there are "));
            assertThat(vigil(command, "T40").status()).isZero();
        }
        assertThat(vigil("close", "T40/2031-11-18/#3", "--why", "a test"))
                .satisfies(refused("there is no night T40/2031-11-18; did you mean T40/2031-11-19?"));
        assertThat(vigil("expect", "T4O/2031-11-18/#3", "--why", "a log"))
                .satisfies(refused("there is no unit T4O; did you mean T40?"));
    }

    @Test
    void aUnitThatIsNotThereIsRefusedByEveryCommandAlike() throws Exception {
        night("T4100", "2026-11-19", 1, 1);
        assertThat(vigil("backfill", "--unit", "T41OO", "--since", "2026-01-01", "--dry-run"))
                .satisfies(refused("there is no unit T41OO; did you mean T4100? There are T4100, "));
        assertThat(vigil("release", "--unit", "T41OO", "--dry-run"))
                .satisfies(refused("there is no unit T41OO; did you mean T4100? There are T4100, "));
    }

    @Test
    void aUnitThatHasNoNightYetIsKnownByItsProducer() throws Exception {
        say(alive("T42"));
        Run run = vigil("release", "--unit", "T42", "--dry-run");
        assertThat(run.out()).contains("no file of these nights");
        assertThat(run.status()).isZero();
    }

    @Test
    void statusBeginsWithTheUnitsThatCannotBeReached() throws Exception {
        night("T45", "2026-11-19", 4, 4);
        night("T46", "2026-11-19", 4, 4);
        String why = "/in/T45 is not there; mount its disk, or bring the folder back";
        say(unreachable("T45", Instant.parse("2026-11-19T22:00:00.524Z"), why));
        assertThat(vigil("status", "T45").out())
                .startsWith(String.format("T45 is unreachable, last listed at 2026-11-19T22:00:00Z: %s%nnight ", why));
        List<String> json = vigil("status", "--json", "T45").out().lines().toList();
        assertThat(json).hasSize(2);
        assertThat(JSON.readTree(json.get(0))).isEqualTo(JSON.readTree("""
                {"unit": "T45", "rootReachable": false, "trouble": "%s", "beside": null, "scannedUpTo": "2026-11-19T22:00:00.524Z"}""".formatted(why)));
        assertThat(vigil("status", "T46").out()).startsWith("night ");
        say(alive("T45"));
        assertThat(vigil("status", "T45").out()).startsWith("night ");
    }

    @Test
    void statusAndFramesEndWithWhatTheAuditorFoundInTheseNights() throws Exception {
        night("T50", "2026-11-19", 4, 4);
        night("T51", "2026-11-19", 4, 4);
        Difference lost = Lookout.gone(new FrameId("T50/2026-11-19/a.fits"));
        String key = lost.name() + "#lost";
        send("audit.differences", key, lost.json(Instant.parse("2026-11-19T22:00:00Z")));
        send("audit.differences", "T50/nothing", "{}");
        for (String command : List.of("status", "frames")) {
            Run run = vigil(command, "T50");
            assertThat(run.out())
                    .endsWith(
                            String.format(
                                    "%nlost  T50/2026-11-19/a.fits: it is gone from the telescope's disk, and was not archived before%n"
                                            + "    to do: put it back under the same name, or write it off: vigil close T50/2026-11-19/a.fits --why TEXT%n"));
            assertThat(run.err()).contains("vigil: passed by T50/nothing on audit.differences");
            assertThat(vigil(command, "T51").out()).doesNotContain("lost");
        }
        send("audit.differences", key, null);
        send("audit.differences", "T50/nothing", null);
        assertThat(vigil("status", "T50").out()).doesNotContain("lost");
    }

    @Test
    void statusEndsWithWhatIsHeldBackInAQueueForLongerThanAMoment() throws Exception {
        night("T48", "2026-11-18", 4, 4);
        night("T48", "2026-11-19", 400, 4);
        Instant since = Instant.parse("2026-11-19T22:00:00Z");
        UnitQueue held = queue("T48", "transfers", since, Held.EXPOSURES, "6 exposures may begin in a minute");
        send("units.queues", held.key(), held.json());
        UnitQueue brief = queue(
                "T48", "reductions", Instant.now().plusSeconds(60), Held.LIMIT, "no more than 32 may be out at once");
        send("units.queues", brief.key(), brief.json());
        send("units.queues", "T48/nothing", "garbage");
        Run run = vigil("status", "T48");
        assertThat(run.out())
                .endsWith(
                        String.format(
                                "%n%nT48: 212 files wait: 6 exposures may begin in a minute; next at 2026-11-19T22:14:05Z, the last about 2026-11-19T22:50:41Z%n"));
        assertThat(run.err()).contains("vigil: passed by T48/nothing on units.queues: it is no queue of a unit");
        send("units.queues", "T48/nothing", null);
        assertThat(vigil("status", "T48/2026-11-18").out())
                .as("of that night nothing is on the way")
                .doesNotContain("wait:");
        List<String> json = vigil("status", "--json", "T48").out().lines().toList();
        assertThat(json).hasSize(4).endsWith(brief.json(), held.json());
        send("units.queues", held.key(), null);
        assertThat(vigil("status", "T48").out()).doesNotContain("wait:");
    }

    private static UnitQueue queue(String unit, String desk, Instant since, Held held, String why) {
        return new UnitQueue(
                unit,
                desk,
                since,
                since,
                212,
                4,
                held,
                why,
                Optional.of(Instant.parse("2026-11-19T22:14:05.250Z")),
                Optional.of(Instant.parse("2026-11-19T22:50:41Z")));
    }

    @Test
    void statusShowsTheNightsWhereTheRegistryIsAway(@TempDir Path folder) throws Exception {
        night("T47", "2026-11-19", 4, 4);
        say(alive("T47"));
        Path away = Files.writeString(
                folder.resolve("away.yaml"), Files.readString(settings) + "registry.url: http://127.0.0.1:1\n");
        Run run = Run.vigil("status", "T47", "--settings", away.toString());
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("night ").contains("T47");
        assertThat(run.err()).contains("whether the units' disks are there is not known: the schema registry does not");
    }

    private static Outgoing<UnitAlive> unreachable(String unit, Instant last, String why) {
        Optional<LocalDate> noNight = Optional.empty();
        return new Outgoing<>(
                Topics.UNITS_ALIVE,
                unit,
                new UnitAlive(
                        unit,
                        Instant.now(),
                        false,
                        Optional.of(last),
                        Optional.empty(),
                        noNight,
                        0,
                        0,
                        0,
                        0,
                        Optional.of(why),
                        0,
                        List.of(),
                        List.of()));
    }

    @Test
    void aFrameThatWasNeverSightedIsRefusedByEveryCommandAlike() throws Exception {
        frame("T43/2026-11-19/bias_0001.fits", "failed", "transfer", "disk full");
        for (String command : List.of("again", "close", "retry")) {
            assertThat(vigil(command, "T43/2026-11-19/bias_001.fits", "--why", "a test"))
                    .as(command)
                    .satisfies(refused("there is no frame T43/2026-11-19/bias_001.fits; did you mean"
                            + " T43/2026-11-19/bias_0001.fits?"));
            assertThat(vigil(command, "T43/2026-11-91/bias_0001.fits", "--why", "a test"))
                    .satisfies(refused("there is no frame in T43/2026-11-91; did you mean T43/2026-11-19?"));
        }
    }

    @Test
    void ofANightThoseFramesAreDoneAgainThatHaveTheStage() throws Exception {
        frame("T45/2026-11-19/sky.fits", "recorded", "recording", "");
        frame("T45/2026-11-19/focus.fits", "excluded", "transfer", "");
        frame("T45/2026-11-18/other.fits", "recorded", "recording", "");
        send("progress.frames", "T45/2026-11-19/bias.fits", """
                {"unit": "T45", "night": "2026-11-19", "frame": "T45/2026-11-19/bias.fits", "type": "bias", "standing": "recorded"}""");
        assertThat(asked("T45", "again", "T45/2026-11-19", "--why", "a test"))
                .isEqualTo(new ReduceAgain(List.of(new FrameId("T45/2026-11-19/sky.fits"))));
        assertThat(asked("T45", "again", "T45/2026-11-19", "--judge", "--why", "a test"))
                .isEqualTo(new JudgeAgain(List.of(
                        new FrameId("T45/2026-11-19/bias.fits"),
                        new FrameId("T45/2026-11-19/focus.fits"),
                        new FrameId("T45/2026-11-19/sky.fits"))));
    }

    /** What a command asks of a unit, which is answered at once. */
    private Wish asked(String unit, String... command) throws Exception {
        CompletableFuture<Request> request = answering(unit, List.of());
        Run run = vigil(command);
        assertThat(run.out()).isEqualTo(String.format("%s: counted%n", unit));
        assertThat(run.status()).isZero();
        return request.get(1, TimeUnit.MINUTES).wish();
    }

    @Test
    void anExposureThatIsNotThereIsRefused() throws Exception {
        send("progress.exposures", "T44/2026-11-19/E1", "{\"unit\": \"T44\", \"night\": \"2026-11-19\"}");
        assertThat(vigil("exposures", "T44/2026-11-19/E2"))
                .satisfies(refused("there is no exposure T44/2026-11-19/E2; did you mean T44/2026-11-19/E1?"));
    }

    private static Consumer<Run> refused(String words) {
        return run -> {
            assertThat(run.err()).startsWith("vigil: " + words).hasLineCount(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.status()).isEqualTo(2);
        };
    }

    private static Outgoing<UnitAlive> alive(String unit) {
        Instant now = Instant.now();
        return new Outgoing<>(
                Topics.UNITS_ALIVE,
                unit,
                new UnitAlive(unit, now, true, Optional.of(now), Optional.of(now), Optional.empty(), 0, 0, 0, 0));
    }

    @Test
    void framesInTroubleAreListedWithTheReasonAndTheRemedy() throws Exception {
        frame("T20/2026-11-19/bad.fits", "failed", "transfer", "disk full");
        frame("T20/2026-11-19/worse.fits", "failed", "transfer", "disk full");
        frame("T20/2026-11-19/slow.fits", "stalled", "sighting", "it ends early");
        frame("T20/2026-11-19/good.fits", "recorded", "recording", "");
        frame("T20/2026-11-18/old.fits", "failed", "transfer", "of another night");
        assertThat(vigil("frames", "T20/2026-11-19").out())
                .contains("2 failed (transfer): disk full", "to do: remedy of disk full", "3 frames")
                .contains("    T20/2026-11-19/bad.fits", "    T20/2026-11-19/worse.fits")
                .contains("1 stalled (sighting): it ends early", "    T20/2026-11-19/slow.fits")
                .doesNotContain("good.fits")
                .doesNotContain("old.fits");
        assertThat(vigil("frames", "T20/2026-11-19", "--standing", "recorded").out())
                .contains("good.fits", "1 frame");
        assertThat(vigil("frames", "T20/2026-11-19", "--standing", "waiting").out())
                .isEqualTo(String.format("No frame is waiting in T20/2026-11-19.%n"));
        Run json = vigil("frames", "--json", "--standing", "all", "T20/2026-11-19");
        assertThat(json.out().lines()).hasSize(4).allSatisfy(line -> JSON.readTree(line));
    }

    @Test
    void aStandingThatThereIsNotIsSaidWithThoseThatThereAre() {
        Run run = vigil("frames", "--standing", "broken");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("\"broken\"", "failed, stalled, waiting");
    }

    @Test
    void aFrameThatStandsWellAgainIsListedNoMore() throws Exception {
        frame("T21/2026-11-19/a.fits", "failed", "transfer", "disk full");
        frame("T21/2026-11-19/a.fits", "recorded", "recording", "");
        assertThat(vigil("frames", "T21/2026-11-19").out()).contains("No frame is");
    }

    @Test
    void aRetryOfANightNamesWhatFailedOnItsWay() throws Exception {
        frame("T22/2026-11-19/bad.fits", "failed", "transfer", "disk full");
        frame("T22/2026-11-19/refused.fits", "failed", "sighting", "no FITS");
        frame("T22/2026-11-19/good.fits", "recorded", "recording", "");
        Run run = vigil("retry", "--dry-run", "T22/2026-11-19");
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line).startsWith("1 of the failed frames were refused"))
                .contains("T22/2026-11-19/bad.fits", "1 would be tried again")
                .noneMatch(line -> line.contains("good.fits"));
    }

    @Test
    void aRetryOfANightWithoutFailuresHasNothingToDo() throws Exception {
        night("T23", "2026-11-19", 1, 1);
        Run run = vigil("retry", "T23/2026-11-19");
        assertThat(run.out())
                .isEqualTo(String.format("nothing to try again: no frame of T23/2026-11-19 has failed on its way%n"));
        assertThat(run.status()).isZero();
    }

    @Test
    void aNightThatIsAskedForSaysWhichNumbersAreMissing() throws Exception {
        send("progress.nights", "T31/2026-11-19", """
                {"unit": "T31", "night": "2026-11-19", "missing": 7, "gaps": ["#120-125", "light m31 r#3"], "seen": 9}""");
        Run run = vigil("status", "T31/2026-11-19");
        assertThat(run.out())
                .contains("7 missing; write off what never was with vigil close GAP --why TEXT:")
                .contains("unit  missing  seen", "    T31/2026-11-19/#120-125", "    'T31/2026-11-19/light m31 r#3'");
        assertThat(vigil("status").out()).doesNotContain("#120-125");
    }

    @Test
    void anExposureSaysWhichOfItsFilesAreMissingAndWhichCameLate() throws Exception {
        night("T32", "2026-11-19", 1, 0);
        night("T33", "2026-11-19", 1, 1);
        send("progress.exposures", "T32/2026-11-19/E1", """
                {"unit": "T32", "night": "2026-11-19", "exposure": "E1", "revision": 4, "expected": 112, "arrived": 110, "missing": 1, "stalledMembers": ["5"], "missingMembers": ["103"], "lateMembers": ["12", "40", "77"], "closedMembers": [], "complete": false}""");
        send("progress.exposures", "T32/2026-11-19/E2", """
                {"unit": "T32", "night": "2026-11-19", "exposure": "E2", "revision": 1, "expected": 112, "arrived": 112, "missing": 0, "missingMembers": [], "lateMembers": [], "closedMembers": [], "complete": true}""");
        assertThat(vigil("exposures", "T32/2026-11-19"))
                .isEqualTo(new Run(
                        0,
                        String.format(
                                "T32/2026-11-19/E1  110 of 112; revision 4; stalled 5; missing 103; late 12, 40, 77%n"),
                        ""));
        assertThat(vigil("exposures", "T32/2026-11-19/E2").out()).contains("E2  112 of 112; revision 1");
        assertThat(vigil("exposures", "--all", "T32/2026-11-19").out().lines()).hasSize(2);
        assertThat(vigil("exposures", "T33/2026-11-19").out()).contains("No exposure of several files lacks one");
    }

    private void frame(String frame, String standing, String stage, String reason) throws Exception {
        String[] parts = frame.split("/");
        night(parts[0], parts[1], 1, 0);
        send("progress.frames", frame, """
                {"unit": "%s", "night": "%s", "frame": "%s", "type": "science", "standing": "%s", "stage": "%s", "reason": "%s", "remedy": "%s", "since": "2026-11-19T22:00:00Z"}""".formatted(
                parts[0], parts[1], frame, standing, stage, reason, reason.isEmpty() ? "" : "remedy of " + reason));
    }

    @Test
    void deadLettersAreListedAndShown() throws Exception {
        long number = park("T7/parked.fits", bytes("\u0001what?"));
        Run list = vigil("dead-letters", "list");
        assertThat(list.out().lines())
                .anySatisfy(line -> assertThat(line.strip())
                        .startsWith(Long.toString(number))
                        .contains("frames.waiting", "T7/parked.fits", "cannot be read", "test"));
        Run show = vigil("dead-letters", "show", Long.toString(number));
        assertThat(show.out())
                .contains("key: T7/parked.fits", "ce_id: an id", "vigil.topic: frames.waiting", "6 bytes")
                .contains("01 77 68 61 74 3f", ".what?");
    }

    @Test
    void aDeadLetterCannotSteerTheTerminal() throws Exception {
        park("T8/\u001b[2J.fits", bytes("x"));
        assertThat(vigil("dead-letters", "list").out()).contains("T8/?[2J.fits").doesNotContain("\u001b");
    }

    @Test
    void aDeadLetterThatIsSentAgainGoesBackAsItWas() throws Exception {
        long number = park("T9/again.fits", bytes("as it was"));
        Run run = vigil("dead-letters", "send-again", Long.toString(number));
        assertThat(run).isEqualTo(new Run(0, String.format("sent again: 1%n"), ""));
        List<ConsumerRecord<byte[], byte[]>> came = read("frames.waiting", "T9/");
        assertThat(came).hasSize(1);
        assertThat(came.get(0).value()).isEqualTo(bytes("as it was"));
        assertThat(came.get(0).headers().toArray()).containsExactly(new RecordHeader("ce_id", bytes("an id")));
    }

    @Test
    void aRecordThatSeveralServicesParkedIsSentAgainOnce() throws Exception {
        long first = park("T11/twice.fits", bytes("x"));
        park("T11/twice.fits", bytes("x"));
        Run run = vigil("dead-letters", "send-again", Long.toString(first), Long.toString(first + 1));
        assertThat(run.out()).isEqualTo(String.format("sent again: 1%n"));
        assertThat(read("frames.waiting", "T11/")).hasSize(1);
    }

    @Test
    void nothingIsSentAgainUnlessSomebodySaysWhich() {
        Run run = vigil("dead-letters", "send-again");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--from-topic TOPIC", "--all");
    }

    @Test
    void aDeadLetterThatIsNotThereIsSaid() {
        assertThat(vigil("dead-letters", "show", "987654"))
                .isEqualTo(new Run(2, "", String.format("vigil: there is no dead letter 987654%n")));
    }

    @Test
    void kafkasConsumerRunsAgainstTheBroker() throws Exception {
        send("masters.waiting", "T10/masters/bias", "readable");
        Run run = tool(
                "console-consumer",
                "--topic",
                "masters.waiting",
                "--from-beginning",
                "--max-messages",
                "1",
                "--formatter-property",
                "print.key=true");
        assertThat(run.out()).contains("T10/masters/bias\treadable");
        assertThat(run.status()).isZero();
    }

    @Test
    void kafkasToolsEndWithTheirOwnStatus() {
        Run list = tool("topics", "--list");
        assertThat(list.out()).contains("progress.nights", "dead.letters");
        assertThat(list.status()).isZero();
        assertThat(tool("topics", "--describe", "--topic", "no.such.topic").status())
                .isEqualTo(1);
    }

    /** Kafka's tools write to the process's own output, and may end the process: the first status that they give counts. */
    private Run tool(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<Integer> statuses = new ArrayList<>();
        PrintStream before = System.out;
        Exit.setExitProcedure((status, message) -> {
            statuses.add(status);
            throw new IllegalStateException("exit status " + status);
        });
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Run run =
                    Run.vigil(Stream.concat(Stream.of("kafka", "--settings", settings.toString()), Stream.of(arguments))
                            .toArray(String[]::new));
            statuses.add(run.status());
            return new Run(statuses.get(0), printed.toString(StandardCharsets.UTF_8), run.err());
        } finally {
            System.setOut(before);
            Exit.resetExitProcedure();
        }
    }

    private Run vigil(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--settings");
        all.add(settings.toString());
        return Run.vigil(all.toArray(String[]::new));
    }

    @Test
    void backfillCountsNightByNightAndChangesNothingWhenOnlyAsked() throws Exception {
        say(alive("T20"));
        CompletableFuture<Request> asked = answering(
                "T20",
                List.of(
                        new NightCount(LocalDate.parse("2026-01-01"), 12, 4_000_000),
                        new NightCount(LocalDate.parse("2026-01-02"), 3, 1_000_000)));
        Run run = vigil("backfill", "--unit", "T20", "--since", "2026-01-01", "--until", "2026-01-31", "--dry-run");
        assertThat(asked.get().wish())
                .isEqualTo(new BackfillNights(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31"), true));
        assertThat(run.out()).contains("2026-01-01", "12", "2026-01-02", "15", "5.0 MB", "T20: counted");
        assertThat(run.status()).isZero();
    }

    @Test
    void backfillLooksOnUntilEachFrameIsArchivedOrWillNotBe() throws Exception {
        say(alive("T21"));
        CompletableFuture<Request> asked =
                answering("T21", List.of(new NightCount(LocalDate.parse("2026-01-01"), 2, 5760)));
        CompletableFuture<Void> done = asked.thenAcceptAsync(request -> {
            say(announcement("T21/2026-01-01/a.fits", taken()));
            say(announcement(
                    "T21/2026-01-01/bad.fits", new Refused(FailureCategory.NOT_FITS, "no FITS", "look at it")));
            say(announcement("T21/2026-11-19/tonight.fits", taken()));
            FrameTransferred transferred = transferred("T21/2026-01-01/a.fits");
            say(new Outgoing<>(
                    Topics.FRAMES_TRANSFERRED, transferred.identity().frame().value(), transferred));
        });
        Run run = vigil("backfill", "--unit", "T21", "--since", "2026-01-01", "--until", "2026-01-31");
        done.get();
        assertThat(run.out()).contains("1 are transferred, 1 are not");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void backfillOfAUnitThatNobodyWatchesAnyMoreSaysSo() throws Exception {
        night("T22", "2026-11-19", 1, 1);
        Run run = vigil("backfill", "--unit", "T22", "--since", "2026-01-01", "--wait", "PT0.5S");
        assertThat(run.err()).contains("T22: no answer: its producer says nothing", "units.alive", "is kept");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForACountWhereNoProducerSpeaks() throws Exception {
        night("T24", "2026-11-19", 1, 1);
        Run run = vigil("backfill", "--unit", "T24", "--since", "2026-01-01", "--dry-run", "--wait", "PT0.5S");
        assertThat(run.err()).contains("T24: nothing can be counted: its producer says nothing", "start it");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForACountOfADiskThatIsAway() throws Exception {
        say(new Outgoing<>(
                Topics.UNITS_ALIVE,
                "T25",
                new UnitAlive(
                        "T25",
                        Instant.now(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        0,
                        0,
                        0,
                        Optional.of("its disk hangs"),
                        0,
                        List.of(),
                        List.of())));
        Run run = vigil("backfill", "--unit", "T25", "--since", "2026-01-01", "--dry-run");
        assertThat(run.err()).contains("T25: nothing can be counted: its disk hangs");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void backfillRefusesARangeThatEndsBeforeItBegins() throws Exception {
        Run run = vigil("backfill", "--unit", "T23", "--since", "2026-01-02", "--until", "2026-01-01");
        assertThat(run.err()).contains("2026-01-01 is before --since 2026-01-02");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void releaseAsksForNothingThatTheArchiveDoesNotHold() {
        say(alive("T30"));
        say(announcement("T30/2026-11-19/a.fits", taken()));
        FrameTransferred transferred = transferred("T30/2026-11-19/a.fits");
        say(new Outgoing<>(
                Topics.FRAMES_TRANSFERRED, transferred.identity().frame().value(), transferred));
        say(announcement("T30/2026-11-19/never-archived.fits", taken()));
        Run run = vigil("release", "--unit", "T30", "--dry-run");
        assertThat(run.out())
                .contains("kept at the telescope: the archive does not hold raw/T30/2026-11-19/a.fits")
                .contains("would release 0 files", "of 1")
                .doesNotContain("never-archived");
        assertThat(run.status()).isEqualTo(1);
        Run before = vigil("release", "--unit", "T30", "--until", "2026-11-18");
        assertThat(before.out()).contains("no file of these nights");
        assertThat(before.status()).isZero();
    }

    /** Does what a producer does that has counted: answers the next request to a unit. */
    private CompletableFuture<Request> answering(String unit, List<NightCount> nights) {
        WireFormat format = new WireFormat(new BundledRegistry());
        TopicReader requests = TopicReader.fromNowOn(kafka, Topics.REQUESTS.name());
        return CompletableFuture.supplyAsync(() -> {
            List<Request> asked = new ArrayList<>();
            while (asked.isEmpty()) {
                requests.next(Duration.ofMillis(100), record -> {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(unit)) {
                        asked.add(decoded(format, record));
                    }
                });
            }
            requests.close();
            Request request = asked.get(0);
            say(new Outgoing<>(
                    Topics.REQUESTS_ANSWERED,
                    unit,
                    new RequestAnswered(request.id(), unit, Instant.now(), true, "counted", nights)));
            return request;
        });
    }

    private static Request decoded(WireFormat format, ConsumerRecord<byte[], byte[]> record) {
        try {
            return format.decode(Topics.REQUESTS, record.value());
        } catch (InterruptedException | UndecodableException end) {
            throw new IllegalStateException(end);
        }
    }

    private void say(Outgoing<?> event) {
        try {
            writer.sendAndWait(event);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    private static Taken taken() {
        Optional<String> unknown = Optional.empty();
        Configuration configuration = new Configuration(
                unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, Optional.empty());
        return new Taken(
                new TakenFile(DIGEST, DIGEST, List.of(), List.of()),
                new FrameFacts(
                        unknown,
                        unknown,
                        Optional.empty(),
                        Optional.empty(),
                        configuration,
                        List.of(),
                        List.of(),
                        "imaging",
                        List.of()));
    }

    private static FrameTransferred transferred(String frame) {
        StoredFile file = new StoredFile(Area.ARCHIVE, "raw/" + frame, 2880, DIGEST);
        return new FrameTransferred(
                announcement(frame, taken()).event().identity(),
                Instant.now(),
                "transfer/1",
                file,
                file,
                "transfer-1",
                Duration.ofMillis(4));
    }

    private List<JsonNode> tail(String topic, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("tail", topic, "--from-beginning", "--until-end"));
        arguments.addAll(List.of(options));
        Run run = vigil(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static Outgoing<FrameAnnounced> announcement(String frame) {
        return announcement(frame, new Arriving("still growing"));
    }

    private static Outgoing<FrameAnnounced> announcement(String frame, Judgement judgement) {
        FrameIdentity identity = new FrameIdentity(
                new FrameId(frame),
                1,
                frame.substring(0, frame.indexOf('/')),
                Optional.of(LocalDate.parse("2026-11-19")),
                NightSource.FOLDER,
                "exposure",
                FrameType.SCIENCE,
                Level.REDUCED,
                0);
        Instant at = Instant.parse("2026-11-19T22:00:00Z");
        return new Outgoing<>(
                Topics.FRAMES_ANNOUNCED, frame, new FrameAnnounced(identity, at, frame, 2880, at, judgement));
    }

    private void night(String unit, String night, int seen, int recorded) throws Exception {
        send("progress.nights", unit + "/" + night, progress(unit, night, seen, recorded));
    }

    private static String progress(String unit, String night, int seen, int recorded) {
        return """
                {"unit": "%s", "night": "%s", "seen": %d, "recorded": %d, "onTheWay": %d, "complete": %s}""".formatted(unit, night, seen, recorded, seen - recorded, seen == recorded);
    }

    private void send(String topic, String key, String value) throws Exception {
        byte[] sent = value == null ? null : bytes(value);
        producer.send(new ProducerRecord<>(topic, bytes(key), sent)).get();
    }

    /** Parks a record that was on frames.waiting; its number is its place among the dead letters. */
    private long park(String key, byte[] value) throws Exception {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("frames.waiting", 0, 5, bytes(key), value);
        record.headers().add("ce_id", bytes("an id"));
        writer.park(record, new IllegalArgumentException("cannot be read"));
        return read("dead.letters", key).get(0).offset();
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, String keyStart) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = TopicReader.fromBeginning(kafka, topic)) {
            reader.untilEnd(records::add);
        }
        return records.stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).startsWith(keyStart))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
