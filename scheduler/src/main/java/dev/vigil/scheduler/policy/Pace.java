package dev.vigil.scheduler.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps to a rate by one time alone: until when what has gone is paid for. It may lie behind by a little, so that a late look at the clock
 * costs nothing, and is as true after a restart as before.
 */
public final class Pace {
    /** What may be saved up while nothing goes, of things so small that the clock is looked at less often than they go. */
    private static final Duration SAVED = Duration.ofSeconds(1);

    private Pace() {}

    /** Whether the next may go. */
    public static boolean isOpen(Instant paidUntil, Instant now) {
        return !paidUntil.isAfter(now);
    }

    /** Until when all is paid for once this goes, too. */
    public static Instant paid(Instant paidUntil, Instant now, Duration cost) {
        Instant earliest = cost.compareTo(SAVED) < 0 ? now.minus(SAVED) : now;
        return (paidUntil.isAfter(earliest) ? paidUntil : earliest).plus(cost);
    }
}
