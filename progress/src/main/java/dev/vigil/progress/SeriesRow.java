package dev.vigil.progress;

import dev.vigil.progress.standing.Series;
import dev.vigil.progress.standing.SeriesKey;

/**
 * A series in its store.
 *
 * @param key which
 * @param series its numbers
 * @param sent whether the topic has it as it is here, if it is an exposure
 */
record SeriesRow(SeriesKey key, Series series, boolean sent) {}
