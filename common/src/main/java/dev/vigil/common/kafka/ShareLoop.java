package dev.vigil.common.kafka;

import dev.vigil.common.run.StopSignal;
import dev.vigil.schemas.topics.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks through a share group, several at once, and answers each before it is acknowledged. Workers may be more than partitions,
 * one slow task holds up nobody, and the task of a killed worker is delivered again.
 */
public final class ShareLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShareLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final String name;
    private final List<ShareSlot<?>> slots;
    private final ExecutorService threads;

    private ShareLoop(String name, List<ShareSlot<?>> slots, ExecutorService threads) {
        this.name = name;
        this.slots = slots;
        this.threads = threads;
    }

    /**
     * What a loop needs to know.
     *
     * @param kafka the broker
     * @param format how tasks are written
     * @param writer says the outcomes and parks what is no task
     * @param group the workers' group
     * @param slots tasks at once
     * @param meters where it counts
     * @param stop told when a slot cannot go on
     */
    public record Setting(
            KafkaSettings kafka,
            WireFormat format,
            EventWriter writer,
            ShareGroup group,
            int slots,
            MeterRegistry meters,
            StopSignal stop) {}

    /** Sets the group's rules, and starts. */
    public static <T> ShareLoop start(Setting setting, Topic<T> topic, TaskHandler<T> handler)
            throws InterruptedException {
        setting.group().ensure(setting.kafka());
        List<ShareSlot<?>> slots = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        for (int i = 1; i <= setting.slots(); i++) {
            ShareSlot<T> slot = new ShareSlot<>(setting, topic, handler, i);
            slots.add(slot);
            threads.submit(slot);
        }
        return new ShareLoop(setting.group().name(), slots, threads);
    }

    /** Whether every slot has been heard by the broker and may be given tasks. */
    public boolean isReady() {
        return slots.stream().allMatch(ShareSlot::isReady);
    }

    /** Drops everything at once, as a kill would: tasks in hand are not answered. For tests. */
    void cutOff() {
        slots.forEach(ShareSlot::stop);
        threads.shutdownNow();
    }

    /** Takes no more tasks, and finishes those in hand. */
    @Override
    public void close() {
        slots.forEach(ShareSlot::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{}: tasks still run after {}; they will be delivered to another worker", name, PATIENCE);
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
