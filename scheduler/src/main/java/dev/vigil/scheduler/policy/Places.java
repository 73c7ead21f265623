package dev.vigil.scheduler.policy;

import dev.vigil.schemas.events.Lane;
import java.util.Optional;

/**
 * The places of one unit at one desk: which lane gets the next free one.
 *
 * @param limit tasks that may be out at once
 * @param backfillLimit backfill tasks that may be out at once
 * @param live live tasks out
 * @param backfill backfill tasks out
 * @param isBackfillsTurn whether so many live tasks went while backfill waited that one of it goes before the next
 */
public record Places(int limit, int backfillLimit, int live, int backfill, boolean isBackfillsTurn) {
    /**
     * The lane whose task goes out next, given which lanes have any. Backfill never takes more than its places, so that a live task that
     * comes finds one; where both wait they take turns, so that neither waits for more than one turn of the other.
     */
    public Optional<Lane> next(boolean liveWaits, boolean backfillWaits) {
        if (live + backfill >= limit) {
            return Optional.empty();
        }
        boolean mayBackfill = backfillWaits && backfill < backfillLimit;
        if (mayBackfill && (isBackfillsTurn || !liveWaits)) {
            return Optional.of(Lane.BACKFILL);
        }
        return liveWaits ? Optional.of(Lane.LIVE) : Optional.empty();
    }
}
