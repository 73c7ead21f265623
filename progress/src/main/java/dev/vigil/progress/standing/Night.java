package dev.vigil.progress.standing;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A night of a unit, and whether it is complete.
 *
 * @param key which night
 * @param progress how far its frames are
 * @param complete whether nothing more is expected
 */
public record Night(NightKey key, NightProgress progress, boolean complete) {
    public Night {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(progress, "progress");
    }

    /** A night of which nothing was heard yet. */
    public static Night empty(NightKey key) {
        return new Night(key, NightProgress.NONE, false);
    }

    /** With other progress, judged by what the producer said last. */
    public Night with(NightProgress changed, Optional<UnitAlive> site) {
        boolean stays = complete && changed.last(Milestone.SEEN).equals(progress.last(Milestone.SEEN));
        return new Night(key, changed, changed.isSettled() && (stays || isOver(changed, site)));
    }

    /** Judged again by newer word from the producer. What is complete stays so until a frame says otherwise. */
    public Night judgedBy(UnitAlive site) {
        return with(progress, Optional.of(site));
    }

    private boolean isOver(NightProgress changed, Optional<UnitAlive> site) {
        return site.filter(alive -> isPast(alive) && isScanned(alive, changed)).isPresent();
    }

    /** Where the night is not known, there is nothing to be past. */
    private boolean isPast(UnitAlive site) {
        return key.night()
                .map(night -> site.currentNight().filter(night::isBefore).isPresent())
                .orElse(true);
    }

    private static boolean isScanned(UnitAlive site, NightProgress changed) {
        Optional<Instant> lastSeen = changed.last(Milestone.SEEN);
        return site.quietSince().isPresent()
                && site.scannedUpTo()
                        .filter(scanned -> lastSeen.stream().noneMatch(scanned::isBefore))
                        .isPresent();
    }
}
