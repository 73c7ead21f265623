package dev.vigil.schemas.events;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A producer says that it watches a unit, and what it sees.
 *
 * @param unit the unit
 * @param at the producer's clock
 * @param rootReachable whether the incoming folder can be read
 * @param scannedUpTo when a listing began that left nothing out which moves; all else was listed at its own pace before
 * @param quietSince since when the listing brought nothing new
 * @param currentNight the night that now is at the site
 * @param files files in the listing
 * @param diskFree bytes
 * @param diskTotal bytes
 * @param load of the machine
 * @param trouble what is wrong with the unit's disk, in words, and what to do; empty while all is well
 * @param passedBy files of nights before the producer's setting since, which are not taken
 * @param places where its files are offered now, the best first: what stands before a file's encoded path
 * @param nights whose files it takes; none where it takes those of every night
 * @param beside what lies beside all units' folders and is taken by none, and what to do; one unit says it for all
 */
public record UnitAlive(
        String unit,
        Instant at,
        boolean rootReachable,
        Optional<Instant> scannedUpTo,
        Optional<Instant> quietSince,
        Optional<LocalDate> currentNight,
        long files,
        long diskFree,
        long diskTotal,
        double load,
        Optional<String> trouble,
        long passedBy,
        List<URI> places,
        List<NightRange> nights,
        Optional<String> beside) {
    public UnitAlive {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(scannedUpTo, "scannedUpTo");
        Objects.requireNonNull(quietSince, "quietSince");
        Objects.requireNonNull(currentNight, "currentNight");
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(beside, "beside");
        places = List.copyOf(places);
        nights = List.copyOf(nights);
    }

    /** A unit beside which nothing lies. */
    public UnitAlive(
            String unit,
            Instant at,
            boolean rootReachable,
            Optional<Instant> scannedUpTo,
            Optional<Instant> quietSince,
            Optional<LocalDate> currentNight,
            long files,
            long diskFree,
            long diskTotal,
            double load,
            Optional<String> trouble,
            long passedBy,
            List<URI> places,
            List<NightRange> nights) {
        this(
                unit,
                at,
                rootReachable,
                scannedUpTo,
                quietSince,
                currentNight,
                files,
                diskFree,
                diskTotal,
                load,
                trouble,
                passedBy,
                places,
                nights,
                Optional.empty());
    }

    /** A unit of which nothing is wrong. */
    public UnitAlive(
            String unit,
            Instant at,
            boolean rootReachable,
            Optional<Instant> scannedUpTo,
            Optional<Instant> quietSince,
            Optional<LocalDate> currentNight,
            long files,
            long diskFree,
            long diskTotal,
            double load) {
        this(
                unit,
                at,
                rootReachable,
                scannedUpTo,
                quietSince,
                currentNight,
                files,
                diskFree,
                diskTotal,
                load,
                Optional.empty(),
                0,
                List.of(),
                List.of());
    }
}
