package dev.vigil.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.common.kafka.DeadLetter;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.queues.UnitQueue;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.scheduler.policy.Habits;
import dev.vigil.scheduler.policy.Order;
import dev.vigil.scheduler.policy.Policies;
import dev.vigil.scheduler.policy.Policy;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.QuickLook;
import dev.vigil.schemas.events.ReduceFrame;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerTopologyTest {
    private static final Sky SKY = Sky.TONIGHT;
    private static final Policy POLICY = new Policy(
            Habits.of(Order.NEWEST, 8),
            Habits.of(Order.NEWEST, 8),
            0.25,
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(36),
            Duration.ofSeconds(3),
            3,
            Optional.empty(),
            Duration.ofDays(30),
            Duration.ofMinutes(20));

    private final WireFormat format = new WireFormat(new BundledRegistry());
    private final HandClock clock = new HandClock();

    @TempDir
    java.nio.file.Path folder;

    private TopologyTestDriver driver;

    /** A clock that a test moves. */
    private static final class HandClock extends Clock {
        private Instant now = Sky.EVENING;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Topology topology() {
        return new SchedulerTopology(format, Policies.usual(POLICY), clock, new Loads(new SimpleMeterRegistry()))
                .build();
    }

    @BeforeEach
    void open() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        driver = new TopologyTestDriver(topology(), properties, clock.instant());
        pass(Duration.ofMillis(10));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
        driver.advanceWallClockTime(time);
    }

    private void passSlowly(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            pass(Duration.ofSeconds(1));
        }
    }

    private <T> void tell(Topic<T> topic, String key, T event) throws InterruptedException {
        tellBytes(topic, key, format.encode(topic, event));
    }

    private void tellBytes(Topic<?> topic, String key, byte[] bytes) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, bytes);
    }

    private void announce(FrameAnnounced frame) throws InterruptedException {
        tell(Topics.FRAMES_ANNOUNCED, frame.identity().frame().value(), frame);
    }

    private <T> List<T> said(Topic<T> topic) throws Exception {
        TestOutputTopic<String, byte[]> output =
                driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
        List<T> events = new ArrayList<>();
        while (!output.isEmpty()) {
            events.add(format.decode(topic, output.readValue()));
        }
        return events;
    }

    private List<ReductionTask> workUntilQuiet() throws Exception {
        List<ReductionTask> done = new ArrayList<>();
        for (int quiet = 0; quiet < 10; quiet++) {
            for (TransferTask task : said(Topics.WORK_TRANSFERS)) {
                FrameTransferred transferred = Workers.done(task);
                tell(Topics.FRAMES_TRANSFERRED, task.identity().frame().value(), transferred);
            }
            for (ReductionTask task : said(Topics.WORK_REDUCTIONS)) {
                done.add(task);
                answer(task);
            }
            pass(Duration.ofSeconds(1));
        }
        return done;
    }

    private void answer(ReductionTask task) throws InterruptedException {
        if (task.work() instanceof dev.vigil.schemas.events.BuildMaster build) {
            tell(Topics.MASTERS_BUILT, build.master().value(), Workers.built(task));
        } else {
            tell(Topics.FRAMES_REDUCED, task.task(), Workers.done(task));
        }
    }

    @Test
    void theTopologyIsTheAgreedOne() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("topology.txt")) {
            String agreed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(topology().describe().toString()).isEqualToNormalizingNewlines(agreed);
        }
    }

    @Test
    void aNightGoesFromAnnouncementsToReducedFrames() throws Exception {
        announce(SKY.science(1));
        for (int number = 1; number <= 3; number++) {
            announce(SKY.flat(number, "r"));
            announce(SKY.bias(number));
        }
        List<ReductionTask> done = workUntilQuiet();
        assertThat(done)
                .extracting(task -> task.work().getClass().getSimpleName())
                .containsExactly("QuickLook", "BuildMaster", "BuildMaster", "ReduceFrame");
        assertThat(((ReduceFrame) done.get(3).work()).masters()).hasSize(2);
        assertThat(said(Topics.FRAMES_WAITING)).last().matches(waiting -> waiting.over());
        assertThat(said(Topics.MASTERS_WAITING)).last().matches(waiting -> waiting.over());
    }

    @Test
    void whatItSaysOfWaitsComesBackAndMeansNothing() throws Exception {
        announce(SKY.science(1));
        TransferTask task = said(Topics.WORK_TRANSFERS).get(0);
        tell(Topics.FRAMES_TRANSFERRED, "7DT05/x", Workers.done(task));
        var waiting = said(Topics.FRAMES_WAITING).get(0);
        tell(Topics.FRAMES_WAITING, waiting.identity().frame().value(), waiting);
        assertThat(said(Topics.FRAMES_WAITING)).isEmpty();
        assertThat(said(Topics.WORK_REDUCTIONS)).singleElement().matches(only -> only.work() instanceof QuickLook);
    }

    @Test
    void aTaskWithoutAnAnswerIsHandedOutAgain() throws Exception {
        announce(SKY.science(1));
        passSlowly(Duration.ofMinutes(11));
        assertThat(said(Topics.WORK_TRANSFERS))
                .extracting(task -> task.identity().attempt())
                .containsSubsequence(1, 2);
    }

    @Test
    void tasksThatWereHandedOutSinceTheStartAreNotSentAgain() throws Exception {
        announce(SKY.science(1));
        assertThat(said(Topics.WORK_TRANSFERS)).hasSize(1);
        pass(Duration.ofSeconds(6));
        assertThat(said(Topics.WORK_TRANSFERS)).isEmpty();
    }

    @Test
    void bytesThatAreNoEventGoToTheDeadLettersAndNothingElseIsDelayed() throws Exception {
        tellBytes(Topics.FRAMES_ANNOUNCED, "7DT05/foreign.fits", new byte[] {9, 1, 2, 3, 4, 5});
        announce(SKY.science(1));
        TestRecord<String, byte[]> letter = driver.createOutputTopic(
                        Topics.DEAD_LETTERS.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        assertThat(letter.key()).isEqualTo("7DT05/foreign.fits");
        assertThat(letter.value()).containsExactly(9, 1, 2, 3, 4, 5);
        assertThat(DeadLetter.text(letter.headers(), DeadLetter.CAUSE)).contains("begins with the byte 9");
        assertThat(DeadLetter.text(letter.headers(), DeadLetter.TOPIC)).isEqualTo("frames.announced");
        assertThat(DeadLetter.text(letter.headers(), DeadLetter.SERVICE)).isEqualTo("scheduler");
        assertThat(said(Topics.WORK_TRANSFERS)).hasSize(1);
    }

    @Test
    void whatStandsInAQueueIsToldEveryFiveSecondsAtMostAndTakenBackWhenItIsEmpty() throws Exception {
        TestOutputTopic<String, String> queues = driver.createOutputTopic(
                Topics.UNITS_QUEUES.name(), new StringDeserializer(), new StringDeserializer());
        for (int number = 1; number <= 10; number++) {
            announce(SKY.science(number));
        }
        passSlowly(Duration.ofSeconds(6));
        assertThat(queues.readKeyValuesToList()).singleElement().satisfies(record -> {
            assertThat(record.key).isEqualTo("7DT05/transfers");
            assertThat(UnitQueue.read(record.value).words())
                    .isEqualTo("2 files wait: no more than 8 may be out at once");
        });
        announce(SKY.science(11));
        announce(SKY.science(12));
        pass(Duration.ofSeconds(1));
        assertThat(queues.isEmpty()).as("within five seconds").isTrue();
        passSlowly(Duration.ofSeconds(20));
        assertThat(queues.readKeyValuesToList())
                .singleElement()
                .satisfies(record ->
                        assertThat(UnitQueue.read(record.value).queued()).isEqualTo(4));
        workUntilQuiet();
        assertThat(queues.readKeyValuesToList())
                .filteredOn(record -> record.key.equals("7DT05/transfers"))
                .last()
                .satisfies(record -> assertThat(record.value).isNull());
    }

    @Test
    void everyRecordHasTheHeadersOfACloudEvent() throws Exception {
        announce(SKY.science(1));
        TestRecord<String, byte[]> record = driver.createOutputTopic(
                        Topics.WORK_TRANSFERS.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecord();
        assertThat(record.key()).isEqualTo("transfer:7DT05/2026-11-19/science1.fits@1");
        assertThat(DeadLetter.text(record.headers(), "ce_type")).isEqualTo("dev.vigil.TransferTask");
    }
}
