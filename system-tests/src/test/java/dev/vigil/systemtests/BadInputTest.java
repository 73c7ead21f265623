package dev.vigil.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vigil.allinone.AllInOne;
import dev.vigil.allinone.AllInOneSettings;
import dev.vigil.cli.nights.Night;
import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.run.StopSignal;
import dev.vigil.common.settings.Config;
import dev.vigil.ledger.FrameStanding;
import dev.vigil.ledger.Standing;
import dev.vigil.ledger.StoryLine;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.BadFiles;
import dev.vigil.simulator.FrameKind;
import dev.vigil.simulator.NightPlan;
import dev.vigil.simulator.PlannedFrame;
import dev.vigil.simulator.SimulatedNight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be wrong with a file or a record, at once, amid a good night: each ends with a reason, and delays nothing. */
class BadInputTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String UNIT = "GEN02";
    private static final String WRITE_OFF = "or write it off: vigil close FRAME --why TEXT";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] FOREIGN = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path data;

    private static StopSignal stop;
    private static AllInOne vigil;
    private static Evidence evidence;
    private static NightPlan plan;

    @BeforeAll
    static void spoilANight() throws Exception {
        stop = new StopSignal();
        Config given = Config.of(Map.of(
                "scheduler.set-quiet", "3 s",
                "portal.port", "0",
                "producer.quiet", "2 s",
                "producer.stalled", "5 s"));
        vigil = AllInOne.start(new AllInOneSettings(data, given, true), stop);
        evidence = new Evidence(vigil.config());
        foreignRecords();
        plan = Deployed.smallNight(UNIT);
        SimulatedNight night = SimulatedNight.of(plan);
        Path folder = Files.createDirectories(night.folderIn(vigil.incoming()));
        BadFiles bad = new BadFiles(night, folder);
        bad.text();
        bad.empty();
        bad.truncated();
        bad.zeros();
        bad.directory();
        bad.withoutDate();
        bad.spacesInName();
        bad.newlineInName();
        bad.seventyHdus();
        bad.gainIsASetting();
        Deployed.simulate(plan, vigil.incoming());
        settledAtLeast(plan.frames());
        List<PlannedFrame> science = night.frames().stream()
                .filter(frame -> frame.kind() == FrameKind.SCIENCE)
                .toList();
        eventually(science.get(0).name(), Standing.RECORDED);
        bad.headerEdited(science.get(0));
        bad.otherExposure(science.get(1));
    }

    @AfterAll
    static void end() {
        evidence.close();
        vigil.close();
        stop.close();
    }

    private static void settledAtLeast(int frames) {
        Deployed.until(vigil.config(), UNIT, PATIENCE, night -> night.count("recorded") >= frames);
    }

    private static void foreignRecords() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                evidence.kafka().client("foreign"), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic<?> topic : Topics.inAvro().toList()) {
                byte[] key = (UNIT + "/foreign").getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic.name(), key, FOREIGN)).get();
            }
        }
    }

    @Test
    void theGoodFramesOfTheNightAreAllRecorded() {
        Night night = Deployed.until(vigil.config(), UNIT, PATIENCE, found -> found.count("recorded") >= plan.frames());
        assertThat(night.count("recorded")).isGreaterThanOrEqualTo(plan.frames());
    }

    @Test
    void aTextThatCallsItselfFitsFailsWithAReasonThatNamesIt() throws Exception {
        assertEnds(
                "text.fits", "failed", "text.fits: not FITS: the first bytes are 'hello wor'", "deliver a FITS file");
    }

    @Test
    void anEmptyFileIsStalled() throws Exception {
        assertEnds("empty.fits", "stalled", "the file is empty", WRITE_OFF);
    }

    @Test
    void aTruncatedFileIsStalledUntilTheRestComes() throws Exception {
        assertEnds("truncated.fits", "stalled", "HDU 0 ends at byte 40320, the file has 20160", WRITE_OFF);
    }

    @Test
    void aFileOfZerosIsStalled() throws Exception {
        assertEnds("zeros.fits", "stalled", "the file begins with zeros", WRITE_OFF);
    }

    @Test
    void aDirectoryThatIsNamedLikeAFrameFails() throws Exception {
        assertEnds(
                "directory.fits",
                "failed",
                "a folder that is named like a frame",
                "move it out of the incoming folder");
    }

    @Test
    void aFileWithoutDateFailsNamingTheKeyword() throws Exception {
        assertEnds(
                "no_date.fits",
                "failed",
                "no_date.fits: the header has no DATE-OBS or DATE-BEG",
                "write DATE-OBS or DATE-BEG into the header and deliver the file again");
    }

    @Test
    void aCameraWhoseGainIsASettingFailsWithGainUnknown() throws Exception {
        assertEnds(
                "cmos.fits",
                "failed",
                "cmos.fits: gain unknown: no header card says how many electrons a count is",
                "vigil instrument gain generic --flats FILE FILE --biases FILE FILE");
    }

    @Test
    void namesWithSpacesAndLineBreaksAreRecordedLikeOthers() {
        assertThat(eventually("%20", Standing.RECORDED).path()).contains(" ");
        assertThat(eventually("%0A", Standing.RECORDED).path()).contains("\n");
    }

    @Test
    void aFileOfSeventyImagesThatAreSmallerThanItsSectionsFailsNamingTheSection() throws Exception {
        assertEnds(
                "seventy_hdus.fits",
                "failed",
                "seventy_hdus.fits: BIASSEC is [121:128,1:128]: [121:128,1:128] reaches outside HDU 1 of 32 x 32",
                "correct BIASSEC and deliver the file again");
    }

    @Test
    void anEditedHeaderIsARevisionAndAnotherExposureIsAnotherFrame() {
        List<String> science = Deployed.scienceNames(plan);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> standing(science.get(0)).orElseThrow().revision() == 2);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> standing(science.get(1) + "~2").isPresent());
        assertThat(standing(science.get(1)).orElseThrow().revision()).isEqualTo(1);
        eventually(science.get(1) + "~2", Standing.RECORDED);
    }

    /** Unless a newer master came between, which makes another product. */
    @Test
    void aRevisionOfWhichNoCardThatMattersChangedHasTheFilesOfTheOneBefore() {
        String name = Deployed.scienceNames(plan).get(0);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> standing(name)
                        .filter(found -> found.revision() == 2 && found.standing() == Standing.RECORDED)
                        .isPresent());
        FrameReduced first = reduced(name, 1);
        FrameReduced second = reduced(name, 2);
        boolean isSame = second.masters().equals(first.masters());
        assertThat(second.sameAs()).isEqualTo(isSame ? Optional.of(1) : Optional.empty());
        assertThat(second.products().equals(first.products())).isEqualTo(isSame);
        assertThat(evidence.ledger().frames().story(first.identity().frame()))
                .extracting(StoryLine::words)
                .filteredOn(words -> words.contains("reduced as revision 1"))
                .hasSize(isSame ? 1 : 0);
    }

    private static FrameReduced reduced(String name, int revision) {
        return evidence.eventsAmidForeign(Topics.FRAMES_REDUCED, FOREIGN).stream()
                .filter(event -> ends(event.identity().frame(), name))
                .filter(event ->
                        event.kind() == ReductionKind.FULL && event.identity().revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aForeignRecordOnAnyTopicIsADeadLetterAndNoServiceStops() {
        Set<String> topics = new ConcurrentSkipListSet<>();
        Awaitility.await("dead letters").atMost(PATIENCE).until(() -> {
            try (TopicReader letters = TopicReader.fromBeginning(evidence.kafka(), Topics.DEAD_LETTERS.name())) {
                letters.untilEnd(letter -> topics.add(DeadLetter.text(letter.headers(), DeadLetter.TOPIC)));
            }
            return topics.containsAll(Topics.inAvro().map(Topic::name).toList());
        });
        assertThat(stop.isStopping()).isFalse();
    }

    /** The one way in which a bad file ends, and what vigil frames and the night's page say of it. */
    private static void assertEnds(String name, String standing, String reason, String remedy) throws Exception {
        Awaitility.await(name)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(said(name).path("standing").asText()).isEqualTo(standing));
        JsonNode end = said(name);
        assertThat(end.path("reason").asText()).contains(reason);
        assertThat(end.path("remedy").asText()).contains(remedy);
    }

    /** The last word of progress.frames on a file; nothing while there is none. */
    private static JsonNode said(String name) throws JsonProcessingException {
        JsonNode last = MissingNode.getInstance();
        for (String text : evidence.texts(Topics.PROGRESS_FRAMES)) {
            JsonNode frame = JSON.readTree(text);
            last = frame.path("frame").asText().endsWith("/" + name) ? frame : last;
        }
        return last;
    }

    private static FrameStanding eventually(String name, Standing wanted) {
        Awaitility.await(name)
                .atMost(PATIENCE)
                .until(() -> standing(name)
                        .filter(found -> found.standing() == wanted)
                        .isPresent());
        return standing(name).orElseThrow();
    }

    private static Optional<FrameStanding> standing(String name) {
        List<FrameStanding> frames = evidence.ledger().frames().of(UNIT, Optional.of(Deployed.NIGHT));
        List<FrameStanding> unknown = evidence.ledger().frames().of(UNIT, Optional.empty());
        return java.util.stream.Stream.concat(frames.stream(), unknown.stream())
                .filter(frame -> name.contains(".fits")
                        ? ends(frame.frame(), name)
                        : frame.frame().value().contains(name))
                .findFirst();
    }

    private static boolean ends(FrameId frame, String name) {
        return frame.value().endsWith("/" + name);
    }
}
