package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * What came of a request.
 *
 * @param id the request
 * @param unit the unit
 * @param at when
 * @param accepted whether it is being done
 * @param answer in words
 */
public record RequestAnswered(String id, String unit, Instant at, boolean accepted, String answer) {
    public RequestAnswered {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(answer, "answer");
    }
}
