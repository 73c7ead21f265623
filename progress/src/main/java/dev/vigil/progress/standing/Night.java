package dev.vigil.progress.standing;

import java.util.Objects;

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
    public Night with(NightProgress changed, Site site) {
        boolean nothingNew = changed.last(Milestone.SEEN).equals(progress.last(Milestone.SEEN));
        boolean settled = !changed.isEmpty() && changed.isSettled();
        return new Night(key, changed, settled && (complete && nothingNew || isOver(changed, site)));
    }

    /** Judged again by newer word from the producer. What is complete stays so until a frame says otherwise. */
    public Night judgedBy(Site site) {
        return with(progress, site);
    }

    private boolean isOver(NightProgress changed, Site site) {
        return site.isPast(key) && site.isScannedSince(changed.last(Milestone.SEEN));
    }
}
