package dev.vigil.producer;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keeps what is said in {@code units.alive}. It asks no clock and no disk. */
final class Alive {
    /** A listing that takes longer hangs: the disk does not answer. */
    static final Duration HANGS = Duration.ofSeconds(30);

    private final Map<String, Unit> units = new TreeMap<>();
    private Optional<Instant> askedAt = Optional.empty();

    /** What the listings showed of one unit. */
    private record Unit(boolean reachable, Optional<Instant> scannedUpTo, long files, UnitDisk disk) {
        static final Unit NEW = new Unit(true, Optional.empty(), 0, UnitDisk.UNKNOWN);
    }

    /** A listing was asked for. */
    void asked(Instant now) {
        askedAt = Optional.of(now);
    }

    /** A listing has come. */
    void listed(Listing listing) {
        askedAt = Optional.empty();
        Map<String, Long> counts =
                listing.files().stream().collect(Collectors.groupingBy(Sighting::unit, Collectors.counting()));
        listing.disks().forEach((unit, disk) -> {
            Unit before = units.getOrDefault(unit, Unit.NEW);
            units.put(
                    unit,
                    listing.isFull()
                            ? new Unit(true, Optional.of(listing.started()), counts.getOrDefault(unit, 0L), disk)
                            : new Unit(true, before.scannedUpTo(), before.files(), disk));
        });
        for (String unit : listing.unreachable()) {
            Unit before = units.getOrDefault(unit, Unit.NEW);
            units.put(unit, new Unit(false, before.scannedUpTo(), before.files(), before.disk()));
        }
    }

    Set<String> units() {
        return new TreeSet<>(units.keySet());
    }

    boolean isReachable(String unit, Instant now) {
        boolean hangs = askedAt.filter(asked -> asked.plus(HANGS).isBefore(now)).isPresent();
        return !hangs && units.getOrDefault(unit, Unit.NEW).reachable();
    }

    UnitAlive report(String unit, Optional<Instant> quietSince, Optional<LocalDate> night, double load, Instant now) {
        Unit known = units.getOrDefault(unit, Unit.NEW);
        return new UnitAlive(
                History.encoded(unit),
                now,
                isReachable(unit, now),
                known.scannedUpTo(),
                quietSince,
                night,
                known.files(),
                known.disk().free(),
                known.disk().total(),
                load);
    }
}
