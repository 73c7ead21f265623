package dev.vigil.bench;

import dev.vigil.common.kafka.EventWriter;
import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.kafka.Outgoing;
import dev.vigil.common.kafka.TopicReader;
import dev.vigil.common.kafka.WireFormat;
import dev.vigil.common.registry.BundledRegistry;
import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Lane;
import dev.vigil.schemas.events.Level;
import dev.vigil.schemas.events.NightSource;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.TakenFile;
import dev.vigil.schemas.events.TransferTask;
import dev.vigil.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands tasks to a transfer as the scheduler does, and waits for its answers. */
final class TransferBench implements AutoCloseable {
    static final String UNIT = "BENCH";
    private static final Duration A_WHILE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final WireFormat format = new WireFormat(new BundledRegistry());
    private final EventWriter writer;
    private final TopicReader answers;
    private int rounds;

    TransferBench(KafkaSettings kafka) {
        this.writer = EventWriter.open(kafka, format, "bench");
        this.answers = TopicReader.fromNowOn(kafka, Topics.FRAMES_TRANSFERRED.name());
    }

    /** A file to fetch. */
    record Item(String name, long size, String digest) {}

    /** Seconds from the first task to the last answer. */
    double seconds(List<Item> items, Function<String, URI> location) throws IOException, InterruptedException {
        rounds++;
        Set<String> wanted = new HashSet<>();
        List<Outgoing<TransferTask>> tasks = new ArrayList<>();
        for (Item item : items) {
            TransferTask task = task(item, location.apply(item.name()));
            wanted.add(task.task());
            tasks.add(new Outgoing<>(Topics.WORK_TRANSFERS, task.task(), task));
        }
        long start = System.nanoTime();
        writer.sendAndWait(tasks);
        long end = start + PATIENCE.toNanos();
        while (!wanted.isEmpty()) {
            answers.next(A_WHILE, record -> wanted.remove(task(record)));
            if (System.nanoTime() > end) {
                throw new IOException(wanted.size() + " of " + items.size() + " files have not come");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String task(ConsumerRecord<byte[], byte[]> record) {
        try {
            FrameTransferred answer = format.decode(Topics.FRAMES_TRANSFERRED, record.value());
            return answer.task();
        } catch (UndecodableException | InterruptedException e) {
            throw new IllegalStateException("an answer cannot be read", e);
        }
    }

    /** Each round has frames of its own, since a file that is archived is not fetched again. */
    private TransferTask task(Item item, URI location) {
        String path = UNIT + "/round" + rounds + "/" + item.name();
        FrameIdentity identity = new FrameIdentity(
                FrameId.ofPath(path),
                1,
                UNIT,
                Optional.empty(),
                NightSource.UNKNOWN,
                path,
                FrameType.SCIENCE,
                Level.TRANSFERRED,
                1);
        Sha256 digest = new Sha256(item.digest());
        Instant now = Instant.now();
        return new TransferTask(
                "transfer:" + path + "@1",
                identity,
                1,
                Lane.LIVE,
                path,
                item.size(),
                new TakenFile(digest, digest, List.of(), List.of(location)),
                now,
                now.plus(PATIENCE));
    }

    @Override
    public void close() {
        answers.close();
        writer.close();
    }
}
