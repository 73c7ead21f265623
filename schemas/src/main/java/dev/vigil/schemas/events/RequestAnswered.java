package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What came of a request.
 *
 * @param id the request
 * @param unit the unit
 * @param at when
 * @param accepted whether it is being done
 * @param answer in words
 * @param nights what it is about, night by night, where files were counted
 */
public record RequestAnswered(
        String id, String unit, Instant at, boolean accepted, String answer, List<NightCount> nights) {
    public RequestAnswered {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(answer, "answer");
        nights = List.copyOf(nights);
    }

    /** An answer for which nothing was counted. */
    public RequestAnswered(String id, String unit, Instant at, boolean accepted, String answer) {
        this(id, unit, at, accepted, answer, List.of());
    }
}
