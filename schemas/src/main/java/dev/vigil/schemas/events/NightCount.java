package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Files of one night.
 *
 * @param night the night that their folder names, or else the UTC date of their last change
 * @param files how many
 * @param bytes how large together
 */
public record NightCount(LocalDate night, long files, long bytes) {
    public NightCount {
        Objects.requireNonNull(night, "night");
    }
}
