package dev.vigil.common.kafka;

import dev.vigil.schemas.avro.UndecodableException;
import dev.vigil.schemas.topics.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One worker of a share loop: a consumer that takes one task at a time, and the thread that does it. */
final class ShareSlot<T> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ShareSlot.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final ShareLoop.Setting setting;
    private final Topic<T> topic;
    private final TaskHandler<T> handler;
    private final String name;
    private final Timer timer;
    private final Counter renewals;
    private volatile KafkaShareConsumer<byte[], byte[]> consumer;
    private volatile boolean stopping;
    private volatile boolean ready;

    ShareSlot(ShareLoop.Setting setting, Topic<T> topic, TaskHandler<T> handler, int number) {
        this.setting = setting;
        this.topic = topic;
        this.handler = handler;
        this.name = setting.group().name() + "-" + number;
        this.timer = Timer.builder("vigil.task").tag("topic", topic.name()).register(setting.meters());
        this.renewals = Counter.builder("vigil.task.renewals")
                .tag("topic", topic.name())
                .register(setting.meters());
    }

    boolean isReady() {
        return ready;
    }

    void stop() {
        stopping = true;
        KafkaShareConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }

    @Override
    public void run() {
        Thread.currentThread().setName(name);
        ExecutorService work = Executors.newSingleThreadExecutor(task -> new Thread(task, name + "-work"));
        try (KafkaShareConsumer<byte[], byte[]> opened = open()) {
            consumer = opened;
            opened.subscribe(Set.of(topic.name()));
            while (!stopping) {
                takeOne(opened, work);
            }
        } catch (WakeupException e) {
            LOG.debug("{} was woken to stop", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            setting.stop().failed(e);
        } finally {
            ready = false;
            work.shutdownNow();
        }
    }

    private KafkaShareConsumer<byte[], byte[]> open() {
        Map<String, Object> client = setting.kafka().client("vigil-" + name);
        client.put(ConsumerConfig.GROUP_ID_CONFIG, setting.group().name());
        client.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        client.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        client.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 1_000);
        return new KafkaShareConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void takeOne(KafkaShareConsumer<byte[], byte[]> from, ExecutorService work) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> records = from.poll(POLL);
        ready = true;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            handle(from, record, work);
        }
    }

    /** Answer, then acknowledge: what is sent with the next poll or with close. */
    private void handle(
            KafkaShareConsumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> record, ExecutorService work)
            throws InterruptedException {
        T task;
        try {
            task = setting.format().decode(topic, record.value());
        } catch (UndecodableException e) {
            setting.writer().park(record, e);
            from.acknowledge(record, AcknowledgeType.REJECT);
            return;
        }
        Future<Outgoing<?>> outcome = work.submit(() -> outcome(task, record));
        Optional<ConsumerRecord<byte[], byte[]>> held = renewUntilDone(from, record, outcome);
        setting.writer().sendAndWait(result(outcome, task));
        held.ifPresent(still -> from.acknowledge(still, AcknowledgeType.ACCEPT));
    }

    private Outgoing<?> outcome(T task, ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        MDC.put("task", new String(record.key() == null ? new byte[0] : record.key(), StandardCharsets.UTF_8));
        long start = System.nanoTime();
        try {
            int deliveries = record.deliveryCount().orElse((short) 1);
            return deliveries >= setting.group().deliveries() ? handler.gaveUp(task, deliveries) : handler.handle(task);
        } finally {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            MDC.clear();
        }
    }

    private Outgoing<?> result(Future<Outgoing<?>> outcome, T task) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            LOG.error("a task broke: {}", task, e.getCause());
            return handler.broke(task, e.getCause());
        }
    }

    /**
     * A task that outlasts its lock is renewed; the next poll hands the same record back, and only that one can be accepted. When the
     * lock is lost, because the broker was away for too long, the task is finished and answered all the same; nothing is left to accept.
     */
    private Optional<ConsumerRecord<byte[], byte[]>> renewUntilDone(
            KafkaShareConsumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> record, Future<?> outcome)
            throws InterruptedException {
        Optional<ConsumerRecord<byte[], byte[]>> held = Optional.of(record);
        while (held.isPresent() && !isDoneWithin(outcome, setting.group().lock().dividedBy(3))) {
            from.acknowledge(held.get(), AcknowledgeType.RENEW);
            held = isCommitted(from) ? again(from, held.get()) : Optional.empty();
            renewals.increment();
        }
        if (held.isEmpty()) {
            LOG.warn("{} lost the lock of its task, which is finished and answered all the same", name);
        }
        return held;
    }

    /** A wake-up only asks to stop after the task in hand. */
    private boolean isCommitted(KafkaShareConsumer<byte[], byte[]> from) {
        while (true) {
            try {
                return from.commitSync().values().stream().allMatch(Optional::isEmpty);
            } catch (WakeupException e) {
                LOG.debug("{} was woken to stop, and finishes its task first", name);
            } catch (KafkaException e) {
                LOG.warn("{} cannot renew the lock of its task: {}", name, e.getMessage());
                return false;
            }
        }
    }

    private static boolean isDoneWithin(Future<?> outcome, Duration time) throws InterruptedException {
        try {
            outcome.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** The record that was renewed; nothing, if it does not come back while its lock lasts. */
    private Optional<ConsumerRecord<byte[], byte[]>> again(
            KafkaShareConsumer<byte[], byte[]> from, ConsumerRecord<byte[], byte[]> held) {
        long end = System.nanoTime() + setting.group().lock().toNanos();
        while (System.nanoTime() < end) {
            try {
                for (ConsumerRecord<byte[], byte[]> record : from.poll(POLL)) {
                    return same(from, record, held);
                }
            } catch (WakeupException e) {
                LOG.debug("{} was woken to stop, and finishes its task first", name);
            }
        }
        return Optional.empty();
    }

    /** Another task, which came because the lock was lost, goes back: this slot has one in hand. */
    private static Optional<ConsumerRecord<byte[], byte[]>> same(
            KafkaShareConsumer<byte[], byte[]> from,
            ConsumerRecord<byte[], byte[]> record,
            ConsumerRecord<byte[], byte[]> held) {
        if (record.partition() == held.partition() && record.offset() == held.offset()) {
            return Optional.of(record);
        }
        from.acknowledge(record, AcknowledgeType.RELEASE);
        return Optional.empty();
    }
}
