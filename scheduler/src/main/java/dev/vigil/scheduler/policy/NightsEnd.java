package dev.vigil.scheduler.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tells whether a night is over at its site. */
public final class NightsEnd {
    private NightsEnd() {}

    /** By the night that the producer says is there now, or because it is over everywhere on Earth. */
    public static boolean isOver(LocalDate night, Optional<String> current, Instant now) {
        return current.filter(name -> name.compareTo(night.toString()) > 0).isPresent()
                || !now.isBefore(everywhere(night));
    }

    /** When a night is over in the last place on Earth. */
    public static Instant everywhere(LocalDate night) {
        return night.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
