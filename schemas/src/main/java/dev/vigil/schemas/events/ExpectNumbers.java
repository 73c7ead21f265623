package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Expect the frames of these numbers, which a plan or an observing log names: those that no file has are missing.
 *
 * @param night the night
 * @param series the series that the numbers are of
 * @param first the first number
 * @param last the last number
 */
public record ExpectNumbers(LocalDate night, String series, long first, long last) implements Wish {
    public ExpectNumbers {
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(series, "series");
    }
}
