package dev.vigil.ledger;

import java.util.Objects;
import java.util.Optional;

/**
 * How a frame's place on the sky was found, as far as it was.
 *
 * @param placedBy the search that found it
 * @param pointingEast by how much the header was wrong, in seconds of arc to the east
 * @param pointingNorth and to the north
 */
public record Pointing(Optional<String> placedBy, Optional<Double> pointingEast, Optional<Double> pointingNorth) {
    /** It was not found, or nobody looked for it. */
    public static final Pointing UNKNOWN = new Pointing(Optional.empty(), Optional.empty(), Optional.empty());

    public Pointing {
        Objects.requireNonNull(placedBy, "placedBy");
        Objects.requireNonNull(pointingEast, "pointingEast");
        Objects.requireNonNull(pointingNorth, "pointingNorth");
    }
}
