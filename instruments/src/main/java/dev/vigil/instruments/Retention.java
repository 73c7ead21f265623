package dev.vigil.instruments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long the telescope's disk keeps files at least, whatever its settings permit to be deleted earlier.
 *
 * @param byType of the types that have a time of their own
 * @param others of all others
 */
record Retention(Map<FrameType, Duration> byType, Optional<Duration> others) {
    Retention {
        byType = Map.copyOf(byType);
    }

    Optional<Duration> of(Optional<FrameType> type) {
        return type.map(byType::get).or(() -> others);
    }
}
