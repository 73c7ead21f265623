package dev.vigil.progress.standing;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long things took, counted in buckets that are each 4 % wider than the one before, so that a quantile is within 2 %.
 *
 * @param counts of durations by bucket; empty buckets are left out
 */
public record Latencies(Map<Integer, Integer> counts) {
    /** Nothing was measured. */
    public static final Latencies NONE = new Latencies(Map.of());

    private static final double RATIO = Math.log(1.04);
    private static final double SHORTEST = 0.001;

    public Latencies {
        TreeMap<Integer, Integer> copy = new TreeMap<>(counts);
        copy.values().removeIf(count -> count == 0);
        counts = Collections.unmodifiableMap(copy);
    }

    /** With one more duration, or one fewer. */
    Latencies add(Duration duration, int times) {
        Map<Integer, Integer> sum = new TreeMap<>(counts);
        sum.merge(bucket(duration), times, Integer::sum);
        return new Latencies(sum);
    }

    /** The seconds that a share of the durations did not exceed; empty when there is none. */
    public OptionalDouble quantile(double share) {
        long rank = (long) Math.ceil(share * size());
        long passed = 0;
        for (Map.Entry<Integer, Integer> bucket : counts.entrySet()) {
            passed += bucket.getValue();
            if (passed >= rank) {
                return OptionalDouble.of(seconds(bucket.getKey()));
            }
        }
        return OptionalDouble.empty();
    }

    /** How many durations there are. */
    public long size() {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Clocks differ, so something may seem to have taken less than no time. */
    private static int bucket(Duration duration) {
        double seconds = Math.max(SHORTEST, duration.toMillis() / 1e3);
        return (int) Math.round(Math.log(seconds / SHORTEST) / RATIO);
    }

    private static double seconds(int bucket) {
        return SHORTEST * Math.exp(bucket * RATIO);
    }
}
