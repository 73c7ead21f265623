package dev.vigil.progress;

import dev.vigil.progress.standing.Missing;
import dev.vigil.progress.standing.SeriesKey;
import dev.vigil.progress.standing.Site;
import dev.vigil.progress.standing.Standing;
import java.util.Optional;

/** What changes a night. */
sealed interface NightNews {
    /**
     * A frame stands elsewhere than before.
     *
     * @param before where it stood; empty for a frame that was not known
     * @param after where it stands
     */
    record FrameMoved(Optional<Standing> before, Standing after) implements NightNews {}

    /**
     * Other numbers of a series are missing than before.
     *
     * @param key the series
     * @param missing what is missing now
     */
    record SeriesCounted(SeriesKey key, Missing missing) implements NightNews {}

    /**
     * The producer has said something of its unit.
     *
     * @param unit the unit
     * @param site what it said
     */
    record SiteHeard(String unit, Site site) implements NightNews {}
}
