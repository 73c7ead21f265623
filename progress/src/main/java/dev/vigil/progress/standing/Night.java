package dev.vigil.progress.standing;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A night of a unit, and whether it is complete.
 *
 * @param key which night
 * @param progress how far its frames are
 * @param gaps the numbers that are missing, by the name of their series
 * @param complete whether nothing more is expected
 */
public record Night(NightKey key, NightProgress progress, SortedMap<String, Missing> gaps, boolean complete) {
    public Night {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(progress, "progress");
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
    }

    /** A night of which nothing was heard yet. */
    public static Night empty(NightKey key) {
        return new Night(key, NightProgress.NONE, new TreeMap<>(), false);
    }

    /** With other progress, judged by what the producer said last. */
    public Night with(NightProgress changed, Site site) {
        return judged(changed, gaps, site);
    }

    /** With other numbers missing in a series. */
    public Night with(String series, Missing missing, Site site) {
        SortedMap<String, Missing> changed = new TreeMap<>(gaps);
        changed.put(series, missing);
        changed.values().removeIf(Missing::isNone);
        return judged(progress, changed, site);
    }

    /** Judged again by newer word from the producer. What is complete stays so until a frame says otherwise. */
    public Night judgedBy(Site site) {
        return judged(progress, gaps, site);
    }

    /** Whether nothing is known of it any more. */
    public boolean isEmpty() {
        return progress.isEmpty() && gaps.isEmpty();
    }

    /** How many numbers are missing. */
    public long missing() {
        return gaps.values().stream().mapToLong(Missing::count).sum();
    }

    private Night judged(NightProgress changed, SortedMap<String, Missing> left, Site site) {
        boolean nothingNew = changed.last(Milestone.SEEN).equals(progress.last(Milestone.SEEN));
        boolean settled = !changed.isEmpty() && changed.isSettled() && left.isEmpty();
        return new Night(key, changed, left, settled && (complete && nothingNew || isOver(changed, site)));
    }

    private boolean isOver(NightProgress changed, Site site) {
        return site.isPast(key) && site.isScannedSince(changed.last(Milestone.SEEN));
    }
}
