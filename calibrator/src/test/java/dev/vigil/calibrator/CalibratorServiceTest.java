package dev.vigil.calibrator;

import static dev.vigil.calibrator.TestingNight.look;
import static dev.vigil.calibrator.TestingNight.plan;
import static dev.vigil.calibrator.TestingNight.reduce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.common.front.FrontSettings;
import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicKeeper;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.common.registry.RegistrySettings;
import dev.vigil.common.run.StopSignal;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.schemas.events.FailureCategory;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterKind;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import dev.vigil.simulator.FrameKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibratorServiceTest {
    private static final int PARTITIONS = 2;
    private static final WireFormat FORMAT = new WireFormat(new BundledRegistry());

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static KafkaSettings kafka;
    private static EventWriter writer;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, Map.of());
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), PARTITIONS, 1);
        TopicKeeper.ensure(kafka);
        writer = EventWriter.open(kafka, FORMAT, "test");
    }

    @AfterAll
    static void stopBroker() throws Exception {
        writer.close();
        broker.close();
    }

    private static CalibratorService start(TestingNight night, StopSignal stop) throws Exception {
        CalibratorSettings settings = new CalibratorSettings(
                kafka,
                new RegistrySettings(List.of("bundled"), true, "", ""),
                new FrontSettings("calibrator", "127.0.0.1", 0),
                night.archiveFolder,
                night.workingFolder,
                night.workingFolder.resolve("profiles"),
                Optional.empty(),
                2,
                0,
                ProductForm.PLAIN);
        return CalibratorService.start(settings, stop);
    }

    /** Three services with two slots each on two partitions: replicas may be more than partitions. */
    @Test
    void everyTaskHasOneAnswerWhateverItsFileIs() throws Exception {
        TestingNight night = new TestingNight(folder.resolve("night"), plan(4, 0, 0, 6, 128));
        List<Frame> science = night.frames(FrameKind.SCIENCE);
        Frame vanished = science.get(0);
        Frame corrupt = science.get(1);
        Frame cmos = night.put(night.bad().gainIsASetting());
        Frame mosaic = night.put(night.bad().seventyHdus());
        Files.delete(night.archiveFolder.resolve(vanished.file().key()));
        Files.write(night.archiveFolder.resolve(corrupt.file().key()), new byte[5760]);

        List<ReductionTask> tasks = new ArrayList<>(List.of(
                reduce(vanished),
                reduce(corrupt),
                reduce(cmos),
                look(cmos),
                look(mosaic),
                reduce(mosaic),
                TestingNight.build(MasterKind.BIAS, night.frames(FrameKind.BIAS))));
        IntStream.range(2, 6).mapToObj(science::get).forEach(frame -> {
            tasks.add(look(frame));
            tasks.add(reduce(frame));
        });
        try (StopSignal stop = new StopSignal();
                CalibratorService one = start(night, stop);
                CalibratorService two = start(night, stop);
                CalibratorService three = start(night, stop)) {
            for (ReductionTask task : tasks) {
                writer.sendAndWait(new Outgoing<>(Topics.WORK_REDUCTIONS, task.task(), task));
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> answers().size() >= tasks.size() && one.isReady() && two.isReady() && three.isReady());
            assertThat(stop.isStopping()).isFalse();
        }
        assertThat(answers())
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(ReductionTask::task).toList());
        assertThat(failures())
                .containsExactlyInAnyOrder(
                        FailureCategory.VANISHED, FailureCategory.DAMAGED, FailureCategory.GAIN_UNKNOWN);
        assertThat(read(Topics.MASTERS_BUILT)).hasSize(1);
    }

    /** The tasks that were answered. */
    private static List<String> answers() throws Exception {
        List<String> tasks = new ArrayList<>();
        read(Topics.FRAMES_REDUCED).stream().map(FrameReduced::task).forEach(tasks::add);
        read(Topics.FRAMES_FAILED).stream().map(FrameFailed::task).forEach(tasks::add);
        read(Topics.MASTERS_BUILT).stream().map(MasterBuilt::task).forEach(tasks::add);
        return tasks;
    }

    private static List<FailureCategory> failures() throws Exception {
        return read(Topics.FRAMES_FAILED).stream().map(FrameFailed::category).toList();
    }

    private static <T> List<T> read(Topic<T> topic) throws Exception {
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.client("test-reader"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long wanted = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<T> events = new ArrayList<>();
            while (events.size() < wanted) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    events.add(FORMAT.decode(topic, record.value()));
                }
            }
            return events;
        }
    }
}
