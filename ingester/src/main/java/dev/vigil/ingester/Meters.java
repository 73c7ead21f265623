package dev.vigil.ingester;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the ingester counts. */
final class Meters {
    private final MeterRegistry registry;
    private final Timer batches;
    private final DistributionSummary sizes;
    private final AtomicLong lag = new AtomicLong();
    private final Map<String, Counter> events = new ConcurrentHashMap<>();
    private final Map<String, Counter> parked = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.batches = registry.timer("vigil.ingester.batch");
        this.sizes = registry.summary("vigil.ingester.batch.events");
        Gauge.builder("vigil.lag.records", lag, AtomicLong::get)
                .description("Records that are still to be read, in this ingester's partitions")
                .register(registry);
    }

    void written(List<Told> told, long nanoseconds) {
        batches.record(nanoseconds, TimeUnit.NANOSECONDS);
        sizes.record(told.size());
        told.forEach(
                each -> count(events, "vigil.ingester.events", each.record().topic()));
    }

    void parked(ConsumerRecord<?, ?> record) {
        count(parked, "vigil.ingester.parked", record.topic());
    }

    void lag(long records) {
        lag.set(records);
    }

    private void count(Map<String, Counter> counters, String name, String topic) {
        counters.computeIfAbsent(topic, each -> registry.counter(name, "topic", each))
                .increment();
    }
}
