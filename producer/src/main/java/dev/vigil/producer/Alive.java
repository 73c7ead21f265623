package dev.vigil.producer;

import dev.vigil.producer.listing.Horizon;
import dev.vigil.producer.listing.Incoming;
import dev.vigil.producer.listing.Listing;
import dev.vigil.producer.listing.UnitDisk;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.UnitAlive;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps what is said in {@code units.alive}. It asks no clock and no disk. */
final class Alive {
    private final List<URI> places;
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Horizon> horizons = new HashMap<>();
    private Map<String, String> remarks = Map.of();
    private Map<String, String> beside = Map.of();

    /** What the listings showed of one unit. */
    private record Unit(
            boolean reachable,
            Optional<String> trouble,
            Optional<Instant> scannedUpTo,
            long files,
            long passedBy,
            UnitDisk disk) {
        static final Unit NEW = new Unit(true, Optional.empty(), Optional.empty(), 0, 0, UnitDisk.UNKNOWN);

        Unit without(String why) {
            return new Unit(false, Optional.of(why), scannedUpTo, files, passedBy, disk);
        }
    }

    /** Files are offered at these places. */
    Alive(List<URI> places) {
        this.places = List.copyOf(places);
    }

    /** What is to be said of the incoming folder. Files in no unit's folder have no unit that could speak of them, so the first one does. */
    void looked(Incoming.Found found) {
        remarks = Map.copyOf(found.remarks());
        beside = found.folders().stream()
                .findFirst()
                .flatMap(speaker -> found.beside().map(words -> Map.of(speaker, words)))
                .orElse(Map.of());
    }

    /** A unit is there, and will be listed. */
    void found(String unit, Horizon horizon) {
        horizons.put(unit, horizon);
        units.putIfAbsent(unit, Unit.NEW);
    }

    /** A listing has come. */
    void listed(Listing listing) {
        Unit before = of(listing.unit());
        if (listing instanceof Listing.Seen seen) {
            Optional<Instant> upTo = seen.isFull() ? Optional.of(seen.started()) : before.scannedUpTo();
            units.put(listing.unit(), new Unit(true, seen.trouble(), upTo, seen.count(), seen.passedBy(), seen.disk()));
        } else {
            units.put(listing.unit(), before.without(((Listing.Unreachable) listing).why()));
        }
    }

    /** A listing does not come. */
    void hangs(String unit, Instant since) {
        units.put(
                unit,
                of(unit).without("its disk hangs since " + since.truncatedTo(ChronoUnit.SECONDS)
                        + ": a listing does not come back; see to the mount"));
    }

    private Unit of(String unit) {
        return units.getOrDefault(unit, Unit.NEW);
    }

    Set<String> units() {
        return new TreeSet<>(units.keySet());
    }

    boolean isReachable(String unit) {
        return of(unit).reachable();
    }

    /** What is wrong with the unit's disk, if anything is. */
    Optional<String> trouble(String unit) {
        return of(unit).trouble();
    }

    /** What is to be said of a folder, under its unit's name. */
    UnitAlive report(
            String folder,
            String unit,
            Optional<Instant> quietSince,
            Optional<LocalDate> night,
            double load,
            Instant now) {
        Unit known = of(folder);
        return new UnitAlive(
                FrameId.encodedUnit(unit),
                now,
                known.reachable(),
                known.scannedUpTo(),
                quietSince,
                night,
                known.files(),
                known.disk().free(),
                known.disk().total(),
                load,
                known.trouble().or(() -> Optional.ofNullable(remarks.get(folder))),
                known.passedBy(),
                places,
                horizons.get(folder).nights(),
                Optional.ofNullable(beside.get(folder)));
    }
}
