package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that a frame has in a series of its night: where one is left out, a frame is missing.
 *
 * @param series what is counted: empty for all frames of the unit, else a part of them, or an exposure
 * @param number the frame's number
 * @param of the numbers of an exposure's files; none where numbers run on
 * @param doubtful whether the frame may be of another series instead: then it fills a gap here, and makes none
 * @param night the night of the series, if it is not the frame's own
 */
public record Counted(String series, long number, Optional<Whole> of, boolean doubtful, Optional<LocalDate> night) {
    public Counted {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(night, "night");
    }

    /** A number in a series of the frame's own night. */
    public Counted(String series, long number, Optional<Whole> of, boolean doubtful) {
        this(series, number, of, doubtful, Optional.empty());
    }

    /** A number that is surely of its series. */
    public Counted(String series, long number, Optional<Whole> of) {
        this(series, number, of, false);
    }

    /** The same number, of which nobody is sure. */
    public Counted perhaps() {
        return new Counted(series, number, of, true, night);
    }

    /** The same number in another night, of which the frame may be. */
    public Counted perhapsIn(LocalDate other) {
        return new Counted(series, number, of, true, Optional.of(other));
    }
}
