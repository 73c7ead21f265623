package dev.vigil.common.front;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers that are read when somebody asks for the metrics, because whoever knows them counts them anyway. */
final class Readings {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private final List<Reading> readings = new CopyOnWriteArrayList<>();

    private record Reading(
            String name, MultiGauge gauge, List<String> labels, Supplier<Map<List<String>, Double>> read) {
        void renew() {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            read.get().forEach((values, number) -> rows.add(MultiGauge.Row.of(tags(values), number)));
            gauge.register(rows, true);
        }

        private Tags tags(List<String> values) {
            return Tags.of(IntStream.range(0, labels.size())
                    .mapToObj(i -> Tag.of(labels.get(i), values.get(i)))
                    .toList());
        }
    }

    void add(MeterRegistry meters, String name, List<String> labels, Supplier<Map<List<String>, Double>> read) {
        readings.add(new Reading(name, MultiGauge.builder(name).register(meters), labels, read));
    }

    /** A number that cannot be read now keeps its last value: the rest of the metrics matter more. */
    void renew() {
        for (Reading reading : readings) {
            try {
                reading.renew();
            } catch (RuntimeException e) {
                LOG.debug("{} cannot be read now", reading.name(), e);
            }
        }
    }
}
