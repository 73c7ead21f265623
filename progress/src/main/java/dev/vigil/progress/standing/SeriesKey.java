package dev.vigil.progress.standing;

import java.util.Objects;

/**
 * A series of numbers in a night.
 *
 * @param night the night
 * @param name what is counted; empty for all frames of the night
 */
public record SeriesKey(NightKey night, String name) {
    public SeriesKey {
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(name, "name");
    }

    /** The key of its row, and of a record of {@code progress.exposures}. */
    @Override
    public String toString() {
        return night + "/" + name;
    }
}
