package dev.vigil.instruments;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The night that a frame belongs to, if it is known, and where that is known from. */
public record Night(Optional<LocalDate> date, NightSource source) {
    public static final Night UNKNOWN = new Night(Optional.empty(), NightSource.UNKNOWN);

    public Night {
        Objects.requireNonNull(source, "source");
        if (date.isPresent() == (source == NightSource.UNKNOWN)) {
            throw new IllegalArgumentException("a night has a date exactly when its source is known");
        }
    }

    static Night fromHeader(LocalDate date) {
        return new Night(Optional.of(date), NightSource.HEADER);
    }

    static Night fromFolder(LocalDate date) {
        return new Night(Optional.of(date), NightSource.FOLDER);
    }
}
