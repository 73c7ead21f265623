package dev.vigil.transfer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.PerUnit;
import dev.vigil.common.settings.Settings;
import java.time.Duration;

/**
 * How many streams a file may take at once over its unit's line, and when more than one are worth it.
 *
 * @param most how many
 * @param alone how long the first stream is left alone, to see how quick the line is
 * @param quick bytes per second of a stream that is as quick as disks and processors are, which others would only hold up
 */
record Streams(PerUnit<Integer> most, Duration alone, double quick) {
    private static final Duration ALONE = Duration.ofMillis(500);
    private static final double QUICK = 40e6;

    static Streams from(Config.Reader in) {
        return new Streams(PerUnit.from(in, Settings.TRANSFER_STREAMS), ALONE, QUICK);
    }

    /** How many a file of this unit may take. */
    int of(String unit) {
        return most.of(unit);
    }

    /** Whether what is left would keep one stream, as quick as it was so far, busy for twice as long as it is left alone. */
    boolean areWorthIt(Duration took, long brought, long left) {
        double seconds = took.toNanos() / 1e9;
        return took.compareTo(alone) >= 0
                && left >= 2 * Stretches.LEAST
                && brought < quick * seconds
                && left * seconds >= 2 * alone.toNanos() / 1e9 * brought;
    }
}
