package dev.vigil.bench;

import java.util.Arrays;
import java.util.Collection;

/** Half, nineteen in twenty and ninety-nine in a hundred of some times are no longer than these, in seconds. */
public record Quantiles(double p50, double p95, double p99) {

    /** Every quantile is one of the times: the least that enough of them do not exceed. */
    public static Quantiles of(Collection<Double> seconds) {
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("no times, no quantiles");
        }
        double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
