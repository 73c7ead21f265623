package dev.vigil.progress.standing;

import java.time.Instant;
import java.util.Objects;

/**
 * When something happened first and when last.
 *
 * @param first the earliest time
 * @param last the latest time
 */
public record Span(Instant first, Instant last) {
    public Span {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a span from " + first + " to " + last);
        }
    }

    static Span at(Instant instant) {
        return new Span(instant, instant);
    }

    Span merge(Span other) {
        return new Span(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
