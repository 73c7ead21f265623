package dev.vigil.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.producer.disk.HangingDisk;
import dev.vigil.schemas.events.Arriving;
import dev.vigil.schemas.events.BackfillNights;
import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.NightCount;
import dev.vigil.schemas.events.Refused;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.Stalled;
import dev.vigil.schemas.events.Taken;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.events.Wish;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ProducerServiceTest {
    @TempDir
    static Path brokerFolder;

    private static final LocalDate NIGHT = LocalDate.parse("2026-03-01");

    /** Elsewhere what is arriving stays so, however long the machine of the tests takes to look at it. */
    private static final Map<String, String> SOON_STALLED = Map.of("producer.stalled", "5 s");

    private static EmbeddedBroker broker;

    @TempDir
    Path folder;

    private Path incoming;
    private String unit;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(brokerFolder, 0, Map.of());
        TopicKeeper.ensure(kafka());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void aUnitOfItsOwn(TestInfo test) throws IOException {
        unit = test.getTestMethod().orElseThrow().getName();
        incoming = Files.createDirectories(folder.resolve("incoming"));
        Files.createDirectories(incoming.resolve(unit));
    }

    @Test
    void everyFileEndsWithAJudgementWhateverIsWrongWithIt() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(SOON_STALLED), stop)) {
            deliver("good.fits", Fits.proven(1));
            deliver("unproven.fits", Fits.unproven(2));
            deliver("text.fits", "this is no FITS file".getBytes());
            deliver("empty.fits", new byte[0]);
            deliver("truncated.fits", Arrays.copyOf(Fits.proven(3), 4000));
            deliver("zeros.fits", new byte[5760]);
            deliver("reserved.fits", Fits.endingInZeros());
            deliver("no-date.fits", Fits.proven(Fits.header().remove("DATE-OBS"), 4));
            Files.createDirectories(night().resolve("folder.fits"));
            deliver("a b\nc.fits", Fits.proven(5));
            deliver("focus.fits", Fits.proven(Fits.header().put("OBJECT", "focus", ""), 6));
            deliver("gain.fits", Fits.proven(Fits.header().remove("EGAIN").put("GAIN", 2750, ""), 7));
            awaitSaid("good.fits", Taken.class);
            awaitSaid("unproven.fits", Taken.class);
            awaitSaid("a%20b%0Ac.fits", Taken.class);
            awaitSaid("gain.fits", Taken.class);
            awaitSaid("focus.fits", Excluded.class);
            awaitSaid("empty.fits", Stalled.class);
            awaitSaid("truncated.fits", Stalled.class);
            awaitSaid("reserved.fits", Stalled.class);
            assertThat(stalled("truncated.fits").remedy()).contains("it goes on by itself when the file grows");
            assertThat(stalled("reserved.fits").why()).endsWith("no DATASUM says whether they are written");
            assertThat(stalled("reserved.fits").remedy())
                    .contains("fitscheck --write --force '" + night().resolve("reserved.fits") + "'")
                    .containsOnlyOnce("goes on by itself")
                    .endsWith("or write it off: vigil close FRAME --why TEXT");
            assertThat(refusal("text.fits")).isEqualTo(FailureCategory.NOT_FITS);
            assertThat(refusal("no-date.fits")).isEqualTo(FailureCategory.MISSING_KEYWORD);
            assertThat(refusal("folder.fits")).isEqualTo(FailureCategory.NOT_A_FILE);
            awaitUntilSaid("zeros.fits");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(last("zeros.fits").judgement()).isInstanceOfAny(Refused.class, Stalled.class));
            assertThat(((Refused) last("no-date.fits").judgement()).reason())
                    .contains("no-date.fits")
                    .contains("DATE-OBS");
        }
    }

    @Test
    void aFolderOfAnotherNameIsItsUnits() throws Exception {
        Path other = Files.createDirectories(incoming.resolve("7DT-05/2026-03-01"));
        String name = "LIGHT_M5_2026-03-02_03-15-02_r_10.00s_0001.fits";
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            Files.write(other.resolve(name), Fits.proven(1));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !of("7DT05", name).isEmpty());
            FrameAnnounced taken = of("7DT05", name).get(0);
            assertThat(taken.judgement()).isInstanceOf(Taken.class);
            assertThat(taken.identity().unit()).isEqualTo("7DT05");
            assertThat(taken.path()).isEqualTo("7DT-05/2026-03-01/" + name);
        }
        Files.createDirectories(incoming.resolve("7DT05/2026-03-01"));
        Files.createDirectories(incoming.resolve("7DT-06/2026-03-01"));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            Files.write(incoming.resolve("7DT-06/2026-03-01").resolve(name), Fits.proven(2));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !of("7DT06", name).isEmpty());
            assertThat(of("7DT05", name)).as("said once").hasSize(1);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(all(Topics.UNITS_ALIVE))
                            .anySatisfy(alive -> assertThat(alive.unit() + alive.trouble())
                                    .contains("7DT05", "7DT-05 is a folder of the same unit")));
        }
    }

    @Test
    void aFileInNoUnitsFolderIsToldOfUntilItIsPutIntoOne() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            Path lost = Files.write(incoming.resolve("lost.fits"), Fits.proven(1));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive().beside().isPresent());
            assertThat(lastAlive().trouble()).isEmpty();
            assertThat(lastAlive().beside())
                    .contains("lost.fits is in no unit's folder and not taken; put such files into " + incoming
                            + "/<unit>/<night>/");
            assertThat(lastAlive().rootReachable()).isTrue();
            Files.createDirectories(night());
            Files.move(lost, night().resolve("lost.fits"));
            awaitSaid("lost.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive().beside().isEmpty());
        }
    }

    private Stalled stalled(String name) {
        return (Stalled) last(name).judgement();
    }

    /** What was said of a file of a unit. */
    private List<FrameAnnounced> of(String of, String name) {
        return all(Topics.FRAMES_ANNOUNCED).stream()
                .filter(event -> event.identity().frame().value().equals(of + "/2026-03-01/" + name))
                .toList();
    }

    @Test
    void afterARestartNothingIsSaidTwiceAndWhatChangedIsARevisionOrANewFrame() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(SOON_STALLED), stop)) {
            deliver("same.fits", Fits.proven(1));
            deliver("edited.fits", Fits.proven(2));
            deliver("reused.fits", Fits.proven(3));
            deliver("text.fits", "no FITS".getBytes());
            deliver("half.fits", Arrays.copyOf(Fits.proven(4), 4000));
            for (String name : List.of("same.fits", "edited.fits", "reused.fits")) {
                awaitSaid(name, Taken.class);
            }
            refusal("text.fits");
            awaitSaid("half.fits", Stalled.class);
        }
        int before = said().size();
        deliver("edited.fits", Fits.proven(Fits.header().put("OBSERVER", "Ada", ""), 2));
        deliver("reused.fits", Fits.proven(Fits.header().put("DATE-OBS", "2026-03-02T05:00:00", ""), 33));
        deliver("half.fits", Fits.proven(4));
        Files.setLastModifiedTime(
                night().resolve("same.fits"), java.nio.file.attribute.FileTime.fromMillis(1_770_000_000_000L));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(SOON_STALLED), stop)) {
            awaitUntilSaid("reused.fits~2");
            awaitSaid("half.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> last("edited.fits").identity().revision() == 2);
            assertThat(facts("edited.fits").flags()).contains("HEADER_EDITED");
            assertThat(facts("reused.fits~2").flags()).contains("REUSED_NAME");
            assertThat(facts("edited.fits").matters())
                    .isEqualTo(facts(first("edited.fits")).matters());
            await().atMost(Duration.ofSeconds(20)).until(() -> isQuiet());
            assertThat(said()).hasSize(before + 3);
        }
    }

    @Test
    void aMendedProfileReachesTheFramesThatAreJudgedAgain() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            deliver("told.fits", Fits.proven(1));
            deliver("silent.fits", Fits.proven(Fits.header().remove("EGAIN").put("GAIN", 2750, ""), 2));
            deliver("odd.fits", Fits.proven(Fits.header().put("IMAGETYP", "SCI-FRAME", ""), 3));
            deliver("gone.fits", Fits.proven(4));
            for (String name : List.of("told.fits", "silent.fits", "gone.fits")) {
                awaitSaid(name, Taken.class);
            }
            assertThat(refusal("odd.fits")).isEqualTo(FailureCategory.UNKNOWN_TYPE);
            deliver("late.fits", Fits.proven(Fits.header().put("DATE-OBS", "2062-01-01T00:00:00", ""), 5));
            assertThat(refusal("late.fits")).isEqualTo(FailureCategory.IMPOSSIBLE_VALUE);
        }
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("mine.yaml"), """
                profile: mine
                extends: generic
                units: [%s]
                types:
                  science: [science, object, light, sci frame]
                gain:
                  table:
                    - {setting: 2750, electronsPerAdu: 0.8, readNoise: 5.0}
                """.formatted(unit));
        JudgeAgain wish = new JudgeAgain(List.of(
                frame("told.fits"),
                frame("silent.fits"),
                frame("odd.fits"),
                frame("late.fits"),
                frame("gone.fits"),
                frame("never.fits")));
        try (StopSignal stop = new StopSignal();
                ProducerService service =
                        ProducerService.start(settings(Map.of("producer.profiles", profiles.toString())), stop)) {
            Files.delete(night().resolve("gone.fits"));
            RequestAnswered answer = answerTo(wish);
            assertThat(answer.accepted()).isTrue();
            assertThat(answer.answer())
                    .startsWith(
                            "2 of 6 are judged otherwise now, which is their next revision; 2 of 6 are judged as before; not ")
                    .contains("gone.fits: its file is not at the telescope any more")
                    .contains("never.fits: it was never announced");
            assertThat(last("silent.fits").identity().revision()).isEqualTo(2);
            assertThat(facts("silent.fits").flags()).contains("JUDGED_AGAIN").doesNotContain("GAIN_UNKNOWN");
            assertThat(facts("silent.fits")
                            .detectors()
                            .get(0)
                            .amplifiers()
                            .get(0)
                            .gain())
                    .hasValue(0.8);
            assertThat(last("odd.fits").judgement()).isInstanceOf(Taken.class);
            assertThat(facts("odd.fits").flags()).contains("JUDGED_AGAIN");
            assertThat(last("odd.fits").identity().revision()).isEqualTo(2);
            assertThat(last("told.fits").identity().revision()).isEqualTo(1);
            assertThat(answerTo(wish).answer()).startsWith("4 of 6 are judged as before; not ");
            deliver("silent.fits", Fits.proven(Fits.header().put("OBSERVER", "Ada", ""), 2));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> last("silent.fits").identity().revision() == 3);
        }
    }

    @Test
    void aFileThatVanishesIsSpokenOf() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            deliver("brief.fits", Arrays.copyOf(Fits.proven(1), 4000));
            awaitSaid("brief.fits", Arriving.class);
            Files.delete(night().resolve("brief.fits"));
            assertThat(refusal("brief.fits")).isEqualTo(FailureCategory.VANISHED);
        }
    }

    @Test
    void aFileThatArrivesInPiecesOrByRenameIsTakenWhole() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            byte[] whole = Fits.proven(1);
            deliver("grows.fits", Arrays.copyOf(whole, 3000));
            deliver(".staged.fits.Xy12Zq", whole);
            awaitSaid("grows.fits", Arriving.class);
            deliver("grows.fits", whole);
            Files.move(
                    night().resolve(".staged.fits.Xy12Zq"),
                    night().resolve("staged.fits"),
                    StandardCopyOption.ATOMIC_MOVE);
            awaitSaid("grows.fits", Taken.class);
            awaitSaid("staged.fits", Taken.class);
            assertThat(said()).allMatch(event -> event.identity().revision() == 1);
        }
    }

    @Test
    void whatIsAnnouncedCanBeFetched() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            byte[] bytes = Fits.proven(1);
            deliver("a b.fits", bytes);
            awaitSaid("a%20b.fits", Taken.class);
            List<URI> locations =
                    ((Taken) last("a%20b.fits").judgement()).file().locations();
            assertThat(locations).extracting(URI::getScheme).containsExactly("file", "http");
            assertThat(Files.readAllBytes(Path.of(locations.get(0)))).isEqualTo(bytes);
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(locations.get(1)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(bytes);
            String digest =
                    ((Taken) last("a%20b.fits").judgement()).file().source().value();
            assertThat(answer.headers().firstValue("ETag")).contains("\"" + digest + "\"");
        }
    }

    @Test
    void aUnitSaysThatItIsAliveAndWhenItIsUnreachable() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            deliver("a.fits", Fits.proven(1));
            awaitSaid("a.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> isQuiet());
            UnitAlive alive = lastAlive();
            assertThat(alive.rootReachable()).isTrue();
            assertThat(alive.files()).isEqualTo(1);
            assertThat(alive.diskTotal()).isPositive();
            assertThat(alive.scannedUpTo().orElseThrow())
                    .isAfter(alive.quietSince().orElseThrow());
            Files.move(incoming.resolve(unit), folder.resolve("unmounted"));
            await().atMost(Duration.ofSeconds(20)).until(() -> !lastAlive().rootReachable());
            Files.move(folder.resolve("unmounted"), incoming.resolve(unit));
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive().rootReachable());
            assertThat(said()).hasSize(1);
        }
    }

    @Test
    void withoutNoticesEverythingIsFoundByListing() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(Map.of("producer.notices", "false")), stop)) {
            deliver("first.fits", Fits.proven(1));
            awaitSaid("first.fits", Taken.class);
            byte[] whole = Fits.proven(2);
            deliver("grows.fits", Arrays.copyOf(whole, 3000));
            awaitSaid("grows.fits", Arriving.class);
            deliver("grows.fits", whole);
            awaitSaid("grows.fits", Taken.class);
            Files.createDirectories(incoming.resolve(unit + "/2026-03-02/deep"));
            Files.write(incoming.resolve(unit + "/2026-03-02/deep/new.fits"), Fits.proven(3));
            awaitSaid("new.fits", Taken.class);
        }
    }

    @Test
    void aDiskThatHangsHoldsUpOnlyItsOwnUnit() throws Exception {
        String hanging = unit + "-hangs";
        Files.createDirectories(incoming.resolve(hanging));
        HangingDisk disk = new HangingDisk(incoming.resolve(hanging));
        try (StopSignal stop = new StopSignal();
                ProducerService service =
                        ProducerService.start(settings(Map.of("producer.hung", "300 ms")), stop, disk)) {
            deliver("before.fits", Fits.proven(1));
            awaitSaid("before.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive(hanging).rootReachable());
            disk.hang();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !lastAlive(hanging).rootReachable());
            assertThat(lastAlive(hanging).trouble().orElseThrow()).contains("hangs since");
            deliver("meanwhile.fits", Fits.proven(2));
            awaitSaid("meanwhile.fits", Taken.class);
            // A machine that pauses for longer than this disk may makes the other look hung, too, for a moment.
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive().rootReachable());
            assertThat(lastAlive(hanging).rootReachable()).isFalse();
            String late = unit + "-late";
            Files.createDirectories(incoming.resolve(late));
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive(late).rootReachable());
            disk.goOn();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive(hanging).rootReachable());
            assertThat(lastAlive(hanging).trouble()).isEmpty();
        }
    }

    @Test
    void aDiskThatHangsFromTheStartHoldsUpOnlyItsOwnUnit() throws Exception {
        String hanging = unit + "-hangs";
        Files.createDirectories(incoming.resolve(hanging));
        HangingDisk disk = new HangingDisk(incoming.resolve(hanging));
        disk.hang();
        try (StopSignal stop = new StopSignal();
                ProducerService service =
                        ProducerService.start(settings(Map.of("producer.hung", "300 ms")), stop, disk)) {
            deliver("a.fits", Fits.proven(1));
            awaitSaid("a.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive(hanging).trouble().isPresent());
            assertThat(lastAlive(hanging).rootReachable()).isFalse();
            disk.goOn();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lastAlive(hanging).rootReachable());
        }
    }

    @Test
    void aCountThatADiskHoldsUpIsGivenUpWithWhatToDo() throws Exception {
        deliver("old.fits", Fits.proven(1));
        HangingDisk disk = new HangingDisk(night());
        Map<String, String> given = Map.of("producer.hung", "3 s", "producer.since", "2026-03-02");
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(given), stop, disk)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive().passedBy() == 1);
            disk.hang();
            RequestAnswered dryRun = answerTo(new BackfillNights(NIGHT, NIGHT, true));
            assertThat(dryRun.accepted()).isFalse();
            assertThat(dryRun.answer())
                    .contains("cannot be counted (its disk hangs since ", "see to the disk and ask again");
            assertThat(answerTo(new BackfillNights(NIGHT, NIGHT, false)).accepted())
                    .isFalse();
            disk.goOn();
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            answerTo(new BackfillNights(NIGHT, NIGHT, true)).accepted());
            assertThat(said()).isEmpty();
        }
    }

    @Test
    void anEmptyFolderWhereFilesWereAnnouncedIsADiskThatIsNotMounted() throws Exception {
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            deliver("taken.fits", Fits.proven(1));
            deliver("half.fits", Arrays.copyOf(Fits.proven(2), 4000));
            awaitSaid("taken.fits", Taken.class);
            awaitSaid("half.fits", Arriving.class);
        }
        int before = said().size();
        Files.move(incoming.resolve(unit), folder.resolve("unmounted"));
        Files.createDirectory(incoming.resolve(unit));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !lastAlive().rootReachable());
            assertThat(lastAlive().trouble().orElseThrow())
                    .contains(incoming.resolve(unit).toString(), "is empty", "mount", ".vigil-root");
            Files.delete(incoming.resolve(unit));
            Files.move(folder.resolve("unmounted"), incoming.resolve(unit));
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive().rootReachable());
            deliver("half.fits", Fits.proven(2));
            awaitSaid("half.fits", Taken.class);
            assertThat(said().stream().skip(before)).noneMatch(event -> event.judgement() instanceof Refused);
        }
    }

    @Test
    void nightsBeforeTheFirstWantedAreTakenWhenSomebodyAsksForThemAndStayTaken() throws Exception {
        Map<String, String> since = Map.of("producer.since", "2026-03-02");
        deliver("old.fits", Fits.proven(1));
        Files.createDirectories(incoming.resolve(unit + "/2026-03-02"));
        Files.write(incoming.resolve(unit + "/2026-03-02/new.fits"), Fits.proven(2));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(since), stop)) {
            awaitSaid("new.fits", Taken.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> lastAlive().passedBy() == 1);
            RequestAnswered counted = answerTo(new BackfillNights(NIGHT, NIGHT, true));
            assertThat(counted.accepted()).isTrue();
            assertThat(counted.nights())
                    .containsExactly(new NightCount(NIGHT, 1, Files.size(night().resolve("old.fits"))));
            assertThat(counted.answer()).contains("would take 1 file");
            assertThat(said()).hasSize(1);
            assertThat(answerTo(new BackfillNights(NIGHT, NIGHT, false)).nights())
                    .hasSize(1);
            awaitSaid("old.fits", Taken.class);
        }
        deliver("late.fits", Fits.proven(3));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(since), stop)) {
            awaitSaid("late.fits", Taken.class);
            assertThat(answersOf(unit)).hasSize(2);
        }
    }

    @Test
    void aFileThatTheArchiveHasIsDeletedWhenThatIsPermittedAndAskedForAndToldOnce() throws Exception {
        deliver("old.fits", Fits.proven(1));
        deliver("young.fits", Fits.proven(2));
        Instant longAgo = Instant.now().minus(Duration.ofDays(9));
        Files.setLastModifiedTime(night().resolve("old.fits"), FileTime.from(longAgo));
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(), stop)) {
            awaitSaid("old.fits", Taken.class);
            awaitSaid("young.fits", Taken.class);
            RequestAnswered refused = answerTo(new ReleaseFiles(List.of(toRelease("old.fits", longAgo)), false));
            assertThat(refused.accepted()).isFalse();
            assertThat(refused.answer()).contains("producer.release-after");
        }
        Map<String, String> afterAWeek = Map.of("producer.units." + unit + ".release-after", "7 d");
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(afterAWeek), stop)) {
            List<FileToRelease> both = List.of(toRelease("old.fits", longAgo), toRelease("young.fits", longAgo));
            RequestAnswered dry = answerTo(new ReleaseFiles(both, true));
            assertThat(dry.answer()).contains("would release 1 of 2", "young.fits");
            assertThat(night().resolve("old.fits")).exists();
            RequestAnswered real = answerTo(new ReleaseFiles(both, false));
            assertThat(real.accepted()).isFalse();
            assertThat(real.answer()).contains("released 1 of 2", "young.fits");
            assertThat(real.nights()).hasSize(1);
            assertThat(night().resolve("old.fits")).doesNotExist();
            assertThat(night().resolve("young.fits")).exists();
            assertThat(released()).singleElement().satisfies(event -> {
                assertThat(event.identity()).isEqualTo(last("old.fits").identity());
                assertThat(event.request()).isEqualTo(real.id());
            });
            assertThat(answerTo(new ReleaseFiles(both, false)).answer()).contains("1 were gone already");
        }
        try (StopSignal stop = new StopSignal();
                ProducerService service = ProducerService.start(settings(afterAWeek), stop)) {
            deliver("late.fits", Fits.proven(3));
            awaitSaid("late.fits", Taken.class);
            assertThat(released()).hasSize(1);
            assertThat(last("old.fits").judgement()).isInstanceOf(Taken.class);
        }
    }

    private FileToRelease toRelease(String name, Instant archivedAt) {
        FrameAnnounced event = last(name);
        return new FileToRelease(
                event.identity(),
                event.size(),
                ((Taken) event.judgement()).file().source(),
                "raw/" + name,
                archivedAt,
                Instant.now());
    }

    private List<FrameReleased> released() {
        return all(Topics.FRAMES_RELEASED).stream()
                .filter(event -> event.identity().unit().equals(unit))
                .toList();
    }

    private RequestAnswered answerTo(Wish wish) throws Exception {
        Request request = new Request(
                UUID.randomUUID().toString(), unit, java.time.Instant.now(), "a test", "to see the past", wish);
        try (EventWriter writer = EventWriter.open(kafka(), new WireFormat(new BundledRegistry()), "test")) {
            writer.sendAndWait(new Outgoing<>(Topics.REQUESTS, unit, request));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        answersOf(unit).stream().anyMatch(answer -> answer.id().equals(request.id())));
        return answersOf(unit).stream()
                .filter(answer -> answer.id().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    private FrameId frame(String name) {
        return FrameId.ofPath(unit + "/2026-03-01/" + name);
    }

    private static List<RequestAnswered> answersOf(String name) {
        return all(Topics.REQUESTS_ANSWERED).stream()
                .filter(answer -> answer.unit().equals(name))
                .toList();
    }

    private Path night() {
        return incoming.resolve(unit).resolve("2026-03-01");
    }

    private void deliver(String name, byte[] bytes) throws IOException {
        Files.createDirectories(night());
        Files.write(night().resolve(name), bytes);
    }

    private ProducerSettings settings() {
        return settings(Map.of());
    }

    private ProducerSettings settings(Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "front.port", "0",
                "producer.port", "0",
                "producer.incoming", incoming.toString(),
                "producer.profiles", folder.resolve("none").toString(),
                "producer.rescan", "200 ms",
                "producer.quiet", "1 s",
                "producer.stalled", "10 min",
                "producer.alive", "200 ms"));
        settings.putAll(others);
        return ProducerSettings.from(Config.of(settings));
    }

    private static KafkaSettings kafka() {
        return new KafkaSettings(broker.bootstrapServers(), Map.of(), 4, 1);
    }

    private void awaitSaid(String name, Class<?> judgement) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(said().stream()
                                .filter(event -> isOf(event, name))
                                .map(FrameAnnounced::judgement))
                        .last()
                        .isInstanceOf(judgement));
    }

    private void awaitUntilSaid(String name) {
        await().atMost(Duration.ofSeconds(30)).until(() -> said().stream().anyMatch(event -> isOf(event, name)));
    }

    private FailureCategory refusal(String name) {
        awaitSaid(name, Refused.class);
        return ((Refused) last(name).judgement()).category();
    }

    private FrameAnnounced last(String name) {
        return said().stream()
                .filter(event -> isOf(event, name))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private FrameAnnounced first(String name) {
        return said().stream().filter(event -> isOf(event, name)).findFirst().orElseThrow();
    }

    private dev.vigil.schemas.events.FrameFacts facts(String name) {
        return facts(last(name));
    }

    private static dev.vigil.schemas.events.FrameFacts facts(FrameAnnounced event) {
        return ((Taken) event.judgement()).facts();
    }

    private static boolean isOf(FrameEvent event, String name) {
        return event.identity().frame().fileName().equals(name);
    }

    private boolean isQuiet() {
        UnitAlive alive = lastAlive();
        return alive.quietSince().isPresent()
                && alive.scannedUpTo()
                        .filter(alive.quietSince().get()::isBefore)
                        .isPresent();
    }

    private UnitAlive lastAlive() {
        return lastAlive(unit);
    }

    private static UnitAlive lastAlive(String name) {
        List<UnitAlive> reports = all(Topics.UNITS_ALIVE).stream()
                .filter(report -> report.unit().equals(name))
                .toList();
        return reports.isEmpty()
                ? new UnitAlive(
                        name,
                        java.time.Instant.EPOCH,
                        false,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        0,
                        0,
                        0,
                        0)
                : reports.get(reports.size() - 1);
    }

    /** What was announced of this test's unit. */
    private List<FrameAnnounced> said() {
        return all(Topics.FRAMES_ANNOUNCED).stream()
                .filter(event -> event.identity().unit().equals(unit))
                .toList();
    }

    private static <T> List<T> all(Topic<T> topic) {
        WireFormat format = new WireFormat(new BundledRegistry());
        List<T> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka().client("test"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(format.decode(topic, record.value()));
                }
            }
            return events;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
