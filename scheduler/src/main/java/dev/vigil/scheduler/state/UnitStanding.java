package dev.vigil.scheduler.state;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.TakenFile;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
 * @param places where its producer then offered its files
 */
public record UnitStanding(
        Optional<Instant> aliveAt,
        boolean reachable,
        Optional<String> night,
        Optional<Instant> heldUntil,
        int holds,
        List<URI> places) {
    /** Nothing was heard of it. */
    public static final UnitStanding UNHEARD =
            new UnitStanding(Optional.empty(), true, Optional.empty(), Optional.empty(), 0, List.of());

    public UnitStanding {
        Objects.requireNonNull(aliveAt, "aliveAt");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(heldUntil, "heldUntil");
        places = List.copyOf(places);
    }

    /** Held until then, once more. */
    public UnitStanding held(Instant until) {
        return new UnitStanding(aliveAt, reachable, night, Optional.of(until), holds + 1, places);
    }

    /** Held no longer; whether the source answers is yet to be seen. */
    public UnitStanding released() {
        return new UnitStanding(aliveAt, reachable, night, Optional.empty(), holds, places);
    }

    /** The source has answered. */
    public UnitStanding proven() {
        return new UnitStanding(aliveAt, reachable, night, Optional.empty(), 0, places);
    }

    /** Heard of. That it did not answer where it was says nothing of where it is. */
    public UnitStanding alive(Instant at, boolean canRead, Optional<String> nightThere, List<URI> offersAt) {
        UnitStanding heard = new UnitStanding(Optional.of(at), canRead, nightThere, heldUntil, holds, offersAt);
        return offersAt.equals(places) ? heard : heard.proven();
    }

    /** Where an announced file is offered now: its producer may have another address since. */
    public TakenFile offered(TakenFile file, FrameAnnounced announced) {
        boolean isSaidSince = aliveAt.filter(at -> at.isAfter(announced.at())).isPresent();
        return isSaidSince && !places.isEmpty() ? file.offeredAt(places, announced.path()) : file;
    }
}
