package dev.vigil.schemas.events;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Nights one after another.
 *
 * @param since the first night
 * @param until the last night; none where all that come are meant
 */
public record NightRange(LocalDate since, Optional<LocalDate> until) {
    public NightRange {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /** Whether a night is one of them. */
    public boolean includes(LocalDate night) {
        return !night.isBefore(since) && until.filter(night::isAfter).isEmpty();
    }
}
