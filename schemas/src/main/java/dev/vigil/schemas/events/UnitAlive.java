package dev.vigil.schemas.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A producer says that it watches a unit, and what it sees.
 *
 * @param unit the unit
 * @param at the producer's clock
 * @param rootReachable whether the incoming folder can be read
 * @param scannedUpTo when the last full listing was finished
 * @param quietSince since when the listing brought nothing new
 * @param currentNight the night that now is at the site
 * @param files files in the listing
 * @param diskFree bytes
 * @param diskTotal bytes
 * @param load of the machine
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
        double load) {
    public UnitAlive {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(scannedUpTo, "scannedUpTo");
        Objects.requireNonNull(quietSince, "quietSince");
        Objects.requireNonNull(currentNight, "currentNight");
    }
}
