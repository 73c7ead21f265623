package dev.vigil.ingester;

import dev.vigil.common.kafka.KafkaSettings;
import dev.vigil.common.run.StopSignal;
import dev.vigil.ledger.Ledger;
import dev.vigil.schemas.topics.Topic;
import dev.vigil.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all news from where the ledger stands, in batches. While a batch is being written, however long that takes, the consumer goes on
 * talking to its group, and reads nothing.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration A_MOMENT = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What is followed. */
    static final List<String> TOPICS = Stream.of(
                    Topics.FRAME_NEWS,
                    Topics.MASTER_NEWS,
                    List.of(Topics.FRAMES_RELEASED, Topics.REQUESTS, Topics.REQUESTS_ANSWERED, Topics.UNITS_ALIVE))
            .<Topic<?>>flatMap(List::stream)
            .map(Topic::name)
            .toList();

    private final Setting setting;
    private final Ingestion ingestion;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final KafkaClientMetrics metrics;
    private final Places places;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> new Thread(work, "ingester"));
    private final ExecutorService writing =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "ingester-ledger"));
    private volatile boolean stopping;
    private boolean owing = true;

    /**
     * What a follower needs to know.
     *
     * @param kafka the broker
     * @param group the consumer group
     * @param batch events in a batch, at most
     * @param linger how long a batch waits for more events
     * @param stop told when the follower cannot go on
     */
    record Setting(KafkaSettings kafka, String group, int batch, Duration linger, StopSignal stop) {}

    private Follower(Setting setting, Ledger ledger, Ingestion ingestion, MeterRegistry registry) {
        this.setting = setting;
        this.ingestion = ingestion;
        this.consumer = new KafkaConsumer<>(client(setting), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.admin = Admin.create(setting.kafka().client("vigil-ingester-topics"));
        this.metrics = new KafkaClientMetrics(consumer);
        this.places = new Places(consumer, admin, ledger.offsets());
        metrics.bindTo(registry);
    }

    /** Begins to follow. */
    static Follower start(Setting setting, Ledger ledger, Ingestion ingestion, MeterRegistry registry, Meters meters) {
        Follower follower = new Follower(setting, ledger, ingestion, registry);
        follower.reading.submit(() -> follower.run(meters));
        return follower;
    }

    /** One member of the group gets the same partition of all topics: what is said of a unit is written by one ingester. */
    private static Map<String, Object> client(Setting setting) {
        Map<String, Object> client = setting.kafka().client("vigil-ingester");
        client.put(ConsumerConfig.GROUP_ID_CONFIG, setting.group());
        client.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        client.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 8000);
        client.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, setting.batch());
        // A batch at a time: otherwise each event is a request of its own, and the broker's work is mostly requests.
        client.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 << 10);
        client.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 200);
        return client;
    }

    /** Whether it reads every partition that the group has given it. */
    boolean isReady() {
        return !stopping && places.areSettled();
    }

    private void run(Meters meters) {
        try (consumer) {
            consumer.subscribe(TOPICS, places);
            while (!stopping) {
                places.settle();
                take(gathered(meters));
                publishWhatIsOwed();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("stopped while waiting");
        } catch (RuntimeException | Error e) {
            setting.stop().failed(e);
        } finally {
            stopping = true;
        }
    }

    /**
     * What was published just before a kill, or by an ingester whose ledger was lost, is read back first; so it is not published again.
     */
    private void publishWhatIsOwed() throws InterruptedException {
        if (owing && places.haveReadBack()) {
            meanwhilePolling(() -> {
                ingestion.publish();
                return true;
            });
            owing = false;
        }
    }

    private void take(Fetched batch) throws InterruptedException {
        if (batch.advances().isEmpty()) {
            return;
        }
        if (meanwhilePolling(() -> ingestion.take(batch))) {
            places.taken(batch);
            owing = true;
        } else {
            places.moved(batch);
        }
    }

    private Fetched gathered(Meters meters) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        poll(IDLE).forEach(records::add);
        long end = System.nanoTime() + setting.linger().toNanos();
        while (!records.isEmpty() && records.size() < setting.batch() && System.nanoTime() < end) {
            poll(Duration.ofNanos(Math.max(1, end - System.nanoTime()))).forEach(records::add);
        }
        meters.lag(places.settled().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0L))
                .sum());
        return places.batch(records);
    }

    private Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration time) {
        try {
            return consumer.poll(time);
        } catch (LogTruncationException e) {
            throw new LostTopicException("the broker has lost records that the ledger has read: " + e.getMessage());
        } catch (OffsetOutOfRangeException e) {
            LOG.warn("some records are not where the ledger wants to read on: {}", e.getMessage());
            places.unsettle(e.partitions());
            return List.of();
        }
    }

    /** Does the work in another thread; polls with everything paused until it is done. */
    private <T> T meanwhilePolling(Callable<T> work) throws InterruptedException {
        Future<T> future = writing.submit(work);
        while (!isDoneSoon(future)) {
            consumer.pause(consumer.assignment());
            poll(A_MOMENT);
            consumer.resume(places.settled());
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private boolean isDoneSoon(Future<?> future) throws InterruptedException {
        try {
            future.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private static RuntimeException unwrapped(Throwable cause) throws InterruptedException {
        if (cause instanceof InterruptedException) {
            throw new InterruptedException();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** Finishes the batch in hand if that is quickly done; otherwise it will be read again. */
    @Override
    public void close() {
        stopping = true;
        reading.shutdown();
        try {
            if (!reading.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                writing.shutdownNow();
                reading.shutdownNow();
                reading.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writing.shutdownNow();
        metrics.close();
        admin.close();
    }
}
