package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A person asks for something.
 *
 * @param id the request
 * @param unit the unit it is about
 * @param at when
 * @param who who asks
 * @param why the reason given
 * @param wish what is asked
 */
public record Request(String id, String unit, Instant at, String who, String why, Wish wish) {
    public Request {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(wish, "wish");
    }
}
