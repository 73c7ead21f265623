package dev.vigil.scheduler;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.BuildMaster;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.ReductionTask;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Workers that do every task at once, behind a real broker. */
final class TestingWorkers implements AutoCloseable {
    private final WireFormat format;
    private final EventWriter writer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Object> tasks = new CopyOnWriteArrayList<>();
    private volatile boolean working = true;

    private TestingWorkers(KafkaSettings settings, WireFormat format, EventWriter writer) {
        this.format = format;
        this.writer = writer;
        Map<String, Object> client = settings.client("testing-workers");
        client.put("group.id", "testing-workers");
        client.put("auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static TestingWorkers start(KafkaSettings settings, WireFormat format, EventWriter writer) {
        TestingWorkers workers = new TestingWorkers(settings, format, writer);
        workers.thread.submit(workers::work);
        return workers;
    }

    /** Every task that was taken. */
    List<Object> tasks() {
        return List.copyOf(tasks);
    }

    private Void work() throws Exception {
        consumer.subscribe(List.of(Topics.WORK_TRANSFERS.name(), Topics.WORK_REDUCTIONS.name()));
        while (working) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                writer.send(answer(record));
            }
        }
        consumer.close();
        return null;
    }

    private Outgoing<?> answer(ConsumerRecord<byte[], byte[]> record)
            throws UndecodableException, InterruptedException {
        if (record.topic().equals(Topics.WORK_TRANSFERS.name())) {
            TransferTask task = format.decode(Topics.WORK_TRANSFERS, record.value());
            tasks.add(task);
            FrameTransferred done = Workers.done(task);
            return new Outgoing<>(
                    Topics.FRAMES_TRANSFERRED, done.identity().frame().value(), done);
        }
        ReductionTask task = format.decode(Topics.WORK_REDUCTIONS, record.value());
        tasks.add(task);
        if (task.work() instanceof BuildMaster) {
            MasterBuilt built = Workers.built(task);
            return new Outgoing<>(Topics.MASTERS_BUILT, built.master().value(), built);
        }
        FrameReduced done = Workers.done(task);
        return new Outgoing<>(Topics.FRAMES_REDUCED, done.identity().frame().value(), done);
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        thread.shutdown();
        thread.awaitTermination(30, TimeUnit.SECONDS);
    }
}
