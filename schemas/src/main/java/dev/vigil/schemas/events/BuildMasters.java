package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Build the masters of a night now, whatever is still to come.
 *
 * @param night the night
 */
public record BuildMasters(LocalDate night) implements Wish {
    public BuildMasters {
        Objects.requireNonNull(night, "night");
    }
}
