package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Write missing numbers off: nobody expects their frames any more.
 *
 * @param night the night
 * @param series the series that the numbers are of
 * @param first the first number
 * @param last the last number
 */
public record CloseGap(LocalDate night, String series, long first, long last) implements Wish {
    public CloseGap {
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(series, "series");
    }
}
