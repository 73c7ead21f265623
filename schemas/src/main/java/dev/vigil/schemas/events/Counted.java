package dev.vigil.schemas.events;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that a frame has in a series of its night: where one is left out, a frame is missing.
 *
 * @param series what is counted: empty for all frames of the unit, else a part of them, or an exposure
 * @param number the frame's number
 * @param of the numbers of an exposure's files; none where numbers run on
 * @param doubtful whether the frame may be of another series instead: then it fills a gap here, and makes none
 */
public record Counted(String series, long number, Optional<Whole> of, boolean doubtful) {
    public Counted {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(of, "of");
    }

    /** A number that is surely of its series. */
    public Counted(String series, long number, Optional<Whole> of) {
        this(series, number, of, false);
    }
}
