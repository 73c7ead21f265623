package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * How a frame's place on the sky was found.
 *
 * @param rung the search that found it
 * @param shift by how much the header was wrong, where it says a place at all
 */
public record PlacedOnSky(String rung, Optional<PointingShift> shift) {
    public PlacedOnSky {
        Objects.requireNonNull(rung, "rung");
        Objects.requireNonNull(shift, "shift");
    }
}
