package dev.vigil.scheduler.policy;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.Lane;
import java.time.Duration;
import java.time.Instant;

/** Tells tonight's exposures from those that are made up for. */
public final class Lanes {
    private Lanes() {}

    /** The lane of a frame. It follows from the announcement alone, so that a replay decides the same. */
    public static Lane of(FrameAnnounced announced, Instant taken, Duration backfillAfter) {
        return of(taken, announced.at(), backfillAfter);
    }

    /** The lane of what is as old as that when it is heard of. */
    public static Lane of(Instant taken, Instant heard, Duration backfillAfter) {
        Duration age = Duration.between(taken, heard);
        return age.compareTo(backfillAfter) > 0 ? Lane.BACKFILL : Lane.LIVE;
    }
}
