package dev.vigil.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * One night of one unit, as the pages and {@code progress.nights} name it.
 *
 * @param unit the unit
 * @param night its date, or the word unknown
 */
record NightKey(String unit, String night) implements Comparable<NightKey> {
    private static final String UNKNOWN = "unknown";

    NightKey {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(night, "night");
    }

    /** Reads {@code <unit>/<night>}. */
    static Optional<NightKey> parse(String key) {
        int slash = key.lastIndexOf('/');
        if (slash < 1 || !isNight(key.substring(slash + 1))) {
            return Optional.empty();
        }
        return Optional.of(new NightKey(key.substring(0, slash), key.substring(slash + 1)));
    }

    private static boolean isNight(String word) {
        try {
            return word.equals(UNKNOWN) || LocalDate.parse(word) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The date, if it is known. */
    Optional<LocalDate> date() {
        return night.equals(UNKNOWN) ? Optional.empty() : Optional.of(LocalDate.parse(night));
    }

    /** Frames of no known night come first, since somebody has to look; then the newest. */
    @Override
    public int compareTo(NightKey other) {
        int byNight = other.night.compareTo(night);
        return byNight != 0 ? byNight : unit.compareTo(other.unit);
    }

    @Override
    public String toString() {
        return unit + "/" + night;
    }
}
