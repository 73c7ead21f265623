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
 */
public record Places(int limit, int backfillLimit, int live, int backfill) {
    /**
     * The lane whose task goes out next, given which lanes have any. Backfill takes its share first, so that it never starves, and never
     * more, so that a live task that comes finds a place and few tasks before it.
     */
    public Optional<Lane> next(boolean liveWaits, boolean backfillWaits) {
        if (live + backfill >= limit) {
            return Optional.empty();
        }
        if (backfillWaits && backfill < backfillLimit) {
            return Optional.of(Lane.BACKFILL);
        }
        return liveWaits ? Optional.of(Lane.LIVE) : Optional.empty();
    }
}
