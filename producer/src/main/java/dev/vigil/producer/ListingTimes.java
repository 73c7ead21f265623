package dev.vigil.producer;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When a unit's disk is next listed: so long after the last listing as is set, but longer where that took long, and sooner when
 * something says that there is news. It asks no clock.
 */
final class ListingTimes {
    private static final Duration BETWEEN_WAKES = Duration.ofMillis(50);
    /** Listing may take one part in so many of the time, however often folders say that they changed. */
    private static final int SHARE = 8;

    private final Duration rescan;
    private final Duration hung;
    private Optional<Instant> askedAt = Optional.empty();
    private Instant next = Instant.MIN;
    private Instant nextWhenWoken = Instant.MIN;
    private boolean hasHung;

    /** It is listed that often; what says nothing for so long hangs. */
    ListingTimes(Duration rescan, Duration hung) {
        this.rescan = Objects.requireNonNull(rescan, "rescan");
        this.hung = Objects.requireNonNull(hung, "hung");
    }

    boolean isDue(boolean isWoken, Instant now) {
        return askedAt.isEmpty() && (!now.isBefore(next) || isWoken && !now.isBefore(nextWhenWoken));
    }

    void asked(Instant now) {
        askedAt = Optional.of(now);
        hasHung = false;
    }

    /** Since when the disk says nothing, if that is too long; it was heard of last then. */
    Optional<Instant> hangsSince(Instant heard, Instant now) {
        Optional<Instant> since = askedAt.map(asked -> asked.isAfter(heard) ? asked : heard)
                .filter(silent -> silent.plus(hung).isBefore(now));
        hasHung |= since.isPresent();
        return since;
    }

    /** A listing came that was begun then; the next one follows at once where it goes on. How long a disk hung says nothing of how long the next takes. */
    void came(Instant started, boolean goesOn, Instant now) {
        askedAt = Optional.empty();
        Duration took = hasHung ? Duration.ZERO : Duration.between(started, now);
        next = goesOn ? now : now.plus(longer(rescan, took));
        nextWhenWoken = goesOn ? now : now.plus(longer(BETWEEN_WAKES, took.multipliedBy(SHARE)));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
