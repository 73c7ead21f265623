package dev.vigil.instruments.checks;

import java.util.Optional;

/** Between which values a number is as it should be; both ends belong to it. */
public record Limits(Optional<Double> least, Optional<Double> most) {
    /** Any number will do. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    public Limits {
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            throw new IllegalArgumentException(
                    "must not be more than most: " + least.get() + " to " + most.get() + " allows nothing");
        }
    }

    /** Whether a number is within them; what is not a number never is. */
    public boolean allow(double value) {
        return Double.isFinite(value)
                && least.map(limit -> value >= limit).orElse(true)
                && most.map(limit -> value <= limit).orElse(true);
    }

    public boolean isNone() {
        return least.isEmpty() && most.isEmpty();
    }

    /** In words: {@code at least 1, at most 4}. */
    @Override
    public String toString() {
        String low = least.map(limit -> "at least " + limit).orElse("");
        String high = most.map(limit -> "at most " + limit).orElse("");
        return low + (low.isEmpty() || high.isEmpty() ? "" : ", ") + high;
    }
}
