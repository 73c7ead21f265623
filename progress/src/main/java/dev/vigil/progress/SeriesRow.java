package dev.vigil.progress;

import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A series in its store.
 *
 * @param key which
 * @param series its numbers
 * @param sent whether the topic has it as it is here, if it is an exposure
 * @param settled since when the files of an exposure are no longer coming in, so that what has not come is missing, and what comes is late
 */
record SeriesRow(SeriesKey key, Series series, boolean sent, Optional<Instant> settled) {
    /** What is missing at a time. */
    Missing missingAt(Instant now) {
        return settled.isPresent() ? series.missing() : series.missingAt(now);
    }

    /** Files of an exposure that came when no more were expected; each makes a new revision of it. */
    List<Long> late() {
        return series.late(settled);
    }

    /** Whether it is an exposure of which not all has come, and may yet. */
    boolean isOpen() {
        return settled.isEmpty() && series.of().isPresent() && !series.missing().isNone();
    }
}
