package dev.vigil.transfer;

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
import dev.vigil.common.settings.Settings;
import dev.vigil.embedded.EmbeddedBroker;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferServiceTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final WireFormat format = new WireFormat(new BundledRegistry());
    private EmbeddedBroker broker;
    private KafkaSettings kafka;
    private EventWriter writer;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of());
        kafka = new KafkaSettings(broker.bootstrapServers(), Map.of(), 2, 1);
        TopicKeeper.ensure(kafka);
        writer = EventWriter.open(kafka, format, "test");
    }

    @AfterEach
    void stopBroker() throws Exception {
        writer.close();
        broker.close();
    }

    @Test
    void everyTaskGetsOneAnswerWhateverComesBetween() throws Exception {
        int count = 20;
        for (int number = 0; number < count; number++) {
            say(task(number));
        }
        sayNonsense();
        say(vanished());
        StopSignal stop = new StopSignal();
        try (TransferService one = TransferService.start(settings(), stop);
                TransferService other = TransferService.start(settings(), stop)) {
            await().atMost(LONG)
                    .until(() -> read(Topics.FRAMES_TRANSFERRED).size() == count
                            && read(Topics.FRAMES_FAILED).size() == 1
                            && count(Topics.DEAD_LETTERS) == 1);
            assertThat(one.isReady() && other.isReady()).isTrue();
        }
        List<FrameTransferred> answers = read(Topics.FRAMES_TRANSFERRED);
        assertThat(answers.stream().map(FrameTransferred::task)).doesNotHaveDuplicates();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                folder.resolve("archive/" + answer.archived().key()))
                        .exists());
        assertThat(read(Topics.FRAMES_FAILED))
                .extracting(FrameFailed::reason)
                .allMatch(reason -> reason.contains(Tasks.PATH));
        assertThat(stop.isStopping()).isFalse();
    }

    @Test
    void aTaskOfTheTimeBeforeARestartIsDoneAfterIt() throws Exception {
        StopSignal stop = new StopSignal();
        TransferService.start(settings(), stop).close();
        say(task(1));
        try (TransferService again = TransferService.start(settings(), stop)) {
            await().atMost(LONG).until(() -> read(Topics.FRAMES_TRANSFERRED).size() == 1);
            assertThat(again.toString()).contains("2 slots");
        }
    }

    private TransferSettings settings() {
        return TransferSettings.from(Config.of(Map.of())
                .with(Settings.KAFKA_BOOTSTRAP_SERVERS, broker.bootstrapServers())
                .with(Settings.KAFKA_PARTITIONS, 2)
                .with(Settings.FRONT_PORT, 0)
                .with(Settings.TRANSFER_SLOTS, 2)
                .with(Settings.ARCHIVE_FOLDER, folder.resolve("archive"))
                .with(Settings.WORKING_FOLDER, folder.resolve("working")));
    }

    private TransferTask task(int number) throws Exception {
        String path = "7DT05/2026-11-19/frame " + number + ".fits";
        byte[] bytes = Tasks.noise(5000, number);
        Path file = folder.resolve("incoming").resolve(path);
        Files.createDirectories(file.getParent());
        URI location = Files.write(file, bytes).toUri();
        return Tasks.task(path, bytes, bytes, location);
    }

    private TransferTask vanished() {
        return Tasks.plain(
                Tasks.noise(10, 1),
                folder.resolve("incoming").resolve(Tasks.PATH).toUri());
    }

    private void say(TransferTask task) throws Exception {
        writer.sendAndWait(new Outgoing<>(Topics.WORK_TRANSFERS, task.task(), task));
    }

    private void sayNonsense() throws Exception {
        Map<String, Object> client = kafka.client("nonsense");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = "no event at all".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(Topics.WORK_TRANSFERS.name(), value))
                    .get();
        }
    }

    private <T> List<T> read(Topic<T> topic) throws Exception {
        List<T> events = new ArrayList<>();
        for (byte[] value : values(topic)) {
            events.add(format.decode(topic, value));
        }
        return events;
    }

    private int count(Topic<?> topic) {
        return values(topic).size();
    }

    private List<byte[]> values(Topic<?> topic) {
        List<byte[]> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka.client("reader"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
