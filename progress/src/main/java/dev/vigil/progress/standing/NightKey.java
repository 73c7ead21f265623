package dev.vigil.progress.standing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One night of one unit.
 *
 * @param unit the unit
 * @param night the night; empty for the frames whose night is not known
 */
public record NightKey(String unit, Optional<LocalDate> night) {
    /** What stands in the place of a night that is not known. */
    public static final String UNKNOWN = "unknown";

    public NightKey {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(night, "night");
    }

    /** The key of a record of {@code progress.nights}. */
    public static NightKey parse(String key) {
        int slash = key.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not <unit>/<night>: " + key);
        }
        String night = key.substring(slash + 1);
        return new NightKey(
                key.substring(0, slash),
                night.equals(UNKNOWN) ? Optional.empty() : Optional.of(LocalDate.parse(night)));
    }

    /** The night's date, or the word for not known. */
    public String nightName() {
        return night.map(LocalDate::toString).orElse(UNKNOWN);
    }

    @Override
    public String toString() {
        return unit + "/" + nightName();
    }
}
