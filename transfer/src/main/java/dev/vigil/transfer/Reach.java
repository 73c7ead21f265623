package dev.vigil.transfer;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Remembers for a minute which addresses were silent, so that not every file waits for them before it goes another way. */
final class Reach {
    private static final long MEMORY = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoseconds;
    private final Map<String, Long> silentAt = new ConcurrentHashMap<>();

    /** By a clock that only goes forward. */
    Reach(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    void wasSilent(URI location) {
        silentAt.put(Place.address(location), nanoseconds.getAsLong());
    }

    /** The same places; those that were silent a moment ago come last. */
    List<Place> ordered(List<Place> places) {
        return places.stream()
                .sorted(Comparator.comparing(place -> isSilent(place.location())))
                .toList();
    }

    private boolean isSilent(URI location) {
        Long at = silentAt.get(Place.address(location));
        return at != null && nanoseconds.getAsLong() - at < MEMORY;
    }
}
