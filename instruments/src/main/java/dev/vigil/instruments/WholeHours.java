package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that file after file is written the same whole hours after its exposure ended by the header. Only files that were written at the
 * pace of the exposures show that; those that were copied later, all at once or with a delay, do not.
 */
final class WholeHours {
    private static final int LEAST_FRAMES = 3;
    private static final Duration LEAST_TIME = Duration.ofMinutes(10);
    private static final Duration SAME = Duration.ofMinutes(1);

    private long hours;
    private int frames;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private Duration least = Duration.ZERO;
    private Duration most = Duration.ZERO;

    /** Takes how long after its end by the header an exposure's file was written; says so once that is too odd. */
    Optional<String> see(Instant start, Duration late) {
        long now = late.isNegative() ? 0 : Amount.wholeHours(late);
        if (now == 0) {
            frames = 0;
            return Optional.empty();
        }
        if (frames == 0 || now != hours || spreadWith(late).compareTo(SAME) > 0) {
            begin(now, start, late);
        } else {
            goOn(start, late);
        }
        boolean isOdd = frames >= LEAST_FRAMES && Duration.between(first, last).compareTo(LEAST_TIME) >= 0;
        return isOdd ? Optional.of(words(late)) : Optional.empty();
    }

    private String words(Duration late) {
        return "the file was written " + Amount.withCause(late)
                + ", after its exposure ended by the header, and so were the " + (frames - 1)
                + " before it: the camera's clock or the disk's is wrong";
    }

    private Duration spreadWith(Duration late) {
        return longer(most, late).minus(shorter(least, late));
    }

    private void begin(long of, Instant start, Duration late) {
        hours = of;
        frames = 1;
        first = start;
        last = start;
        least = late;
        most = late;
    }

    /** Files of one exposure count as one. */
    private void goOn(Instant start, Duration late) {
        frames += start.equals(last) ? 0 : 1;
        first = start.isBefore(first) ? start : first;
        last = start.isAfter(last) ? start : last;
        least = shorter(least, late);
        most = longer(most, late);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
