package dev.vigil.common.front;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** How far the consumers of a client are behind, by their own word. */
final class Lag {
    private static final String NAME = "records-lag-max";

    private Lag() {}

    /** The most records that any partition is behind; nought where nothing was fetched yet. */
    static double of(Map<MetricName, ? extends Metric> metrics) {
        return metrics.values().stream()
                .filter(metric -> metric.metricName().name().equals(NAME))
                .map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
