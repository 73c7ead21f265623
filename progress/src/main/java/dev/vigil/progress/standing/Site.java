package dev.vigil.progress.standing;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a producer said last of its unit, as far as it says whether a night is over.
 *
 * @param scannedUpTo when the last full listing was finished
 * @param quietSince since when the listing brought nothing new
 * @param currentNight the night that is now at the site
 */
public record Site(Optional<Instant> scannedUpTo, Optional<Instant> quietSince, Optional<LocalDate> currentNight) {
    /** Nothing was heard of the producer. */
    public static final Site UNHEARD = new Site(Optional.empty(), Optional.empty(), Optional.empty());

    public Site {
        Objects.requireNonNull(scannedUpTo, "scannedUpTo");
        Objects.requireNonNull(quietSince, "quietSince");
        Objects.requireNonNull(currentNight, "currentNight");
    }

    /** The part of a producer's word that matters here. A listing of a folder that cannot be read proves nothing. */
    public static Site of(UnitAlive alive) {
        return alive.rootReachable()
                ? new Site(alive.scannedUpTo(), alive.quietSince(), alive.currentNight())
                : UNHEARD;
    }

    /** Whether a night has ended here. Where the night is not known, there is nothing to end. */
    boolean isPast(NightKey key) {
        return key.night()
                .map(night -> currentNight.filter(night::isBefore).isPresent())
                .orElse(true);
    }

    /** Whether everything was listed after this time, with nothing new. */
    boolean isScannedSince(Optional<Instant> lastSeen) {
        return quietSince.isPresent()
                && scannedUpTo
                        .filter(scanned -> lastSeen.stream().noneMatch(scanned::isBefore))
                        .isPresent();
    }
}
