package dev.vigil.progress;

import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;
import java.time.Instant;

/**
 * A series in its store.
 *
 * @param key which
 * @param series its numbers
 * @param sent whether the topic has it as it is here, if it is an exposure
 * @param settled whether the files of an exposure are no longer coming in, so that what has not come is missing
 */
record SeriesRow(SeriesKey key, Series series, boolean sent, boolean settled) {
    /** What is missing at a time. */
    Missing missingAt(Instant now) {
        return settled ? series.missing() : series.missingAt(now);
    }

    /** Whether it is an exposure of which not all has come, and may yet. */
    boolean isOpen() {
        return !settled && series.of().isPresent() && !series.missing().isNone();
    }
}
