package dev.vigil.scheduler.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a unit's side.
 *
 * @param aliveAt when its producer last spoke, by its own clock
 * @param reachable whether the producer could then read its folder
 * @param night the night that is at the site, known while the producer's listing brings nothing new
 * @param heldUntil until when no transfers go out, because the source could not be reached
 * @param holds how often it was held without a success since
 */
public record UnitStanding(
        Optional<Instant> aliveAt, boolean reachable, Optional<String> night, Optional<Instant> heldUntil, int holds) {
    /** Nothing was heard of it. */
    public static final UnitStanding UNHEARD =
            new UnitStanding(Optional.empty(), true, Optional.empty(), Optional.empty(), 0);

    public UnitStanding {
        Objects.requireNonNull(aliveAt, "aliveAt");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(heldUntil, "heldUntil");
    }

    /** Held until then, once more. */
    public UnitStanding held(Instant until) {
        return new UnitStanding(aliveAt, reachable, night, Optional.of(until), holds + 1);
    }

    /** Held no longer; whether the source answers is yet to be seen. */
    public UnitStanding released() {
        return new UnitStanding(aliveAt, reachable, night, Optional.empty(), holds);
    }

    /** The source has answered. */
    public UnitStanding proven() {
        return new UnitStanding(aliveAt, reachable, night, Optional.empty(), 0);
    }

    /** Heard of. */
    public UnitStanding alive(Instant at, boolean canRead, Optional<String> nightThere) {
        return new UnitStanding(Optional.of(at), canRead, nightThere, heldUntil, holds);
    }
}
