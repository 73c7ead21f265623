package dev.vigil.producer.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How often a folder is listed: one that moves, or is tonight's, each time; another less and less often, until it moves again.
 *
 * @param old how long after a listing a folder that no longer moves is listed again; each time that nothing changed, twice as long
 * @param oldest the longest that this becomes
 */
public record Pace(Duration old, Duration oldest) {
    private static final Duration MOVES_FOR = Duration.ofHours(1);

    public Pace {
        Objects.requireNonNull(old, "old");
        Objects.requireNonNull(oldest, "oldest");
    }

    /** Whether something may be going on in a folder: it changed lately, or it is of the night that is now, or of one beside it. */
    boolean isLive(Optional<LocalDate> night, Instant lastMoved, LocalDate tonight, Instant now) {
        boolean isTonights = night.filter(date -> Math.abs(date.toEpochDay() - tonight.toEpochDay()) <= 1)
                .isPresent();
        return isTonights || lastMoved.plus(MOVES_FOR).isAfter(now);
    }

    /** How long to wait after a listing that showed nothing new. */
    Duration after(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(oldest) > 0 ? oldest : twice;
    }
}
