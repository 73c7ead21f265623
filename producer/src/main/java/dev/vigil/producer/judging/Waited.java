package dev.vigil.producer.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Since when a file has been there, and since when unchanged, by the producer's clock. */
public record Waited(Instant firstSeen, Instant lastChanged, Instant now) {
    public Waited {
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(lastChanged, "lastChanged");
        Objects.requireNonNull(now, "now");
    }

    boolean unchangedFor(Duration time) {
        return !now.isBefore(lastChanged.plus(time));
    }

    boolean thereFor(Duration time) {
        return !now.isBefore(firstSeen.plus(time));
    }
}
