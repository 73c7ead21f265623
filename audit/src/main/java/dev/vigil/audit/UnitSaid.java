package dev.vigil.audit;

import dev.vigil.schemas.events.NightRange;
import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a unit's producer said of its disk.
 *
 * @param newest a file of it, and where that is offered
 * @param nights whose files it takes; none where it takes all
 * @param away why its producer does not reach the disk now
 * @param isWatched whether its producer speaks now, and reaches the disk
 */
record UnitSaid(Sighted newest, List<NightRange> nights, Optional<String> away, boolean isWatched) {
    /** A producer that has been silent for so long may have been stopped, and the disk be back. */
    static final Duration NOW = Duration.ofMinutes(2);

    UnitSaid {
        Objects.requireNonNull(newest, "newest");
        Objects.requireNonNull(away, "away");
        nights = List.copyOf(nights);
    }

    UnitSaid(Sighted newest) {
        this(newest, List.of(), Optional.empty(), false);
    }

    /** The same, as its producer has it now. */
    UnitSaid with(UnitAlive said, Instant now) {
        boolean isMoved = !said.places().isEmpty() && said.at().isAfter(newest.at());
        boolean isHeard = said.at().isAfter(now.minus(NOW));
        return new UnitSaid(
                isMoved ? newest.offeredAt(said.places()) : newest,
                said.nights(),
                isHeard && !said.rootReachable() ? Optional.of(away(said)) : Optional.empty(),
                isHeard && said.rootReachable());
    }

    private static String away(UnitAlive said) {
        return "its producer does not reach it: " + said.trouble().orElse("its folder cannot be read");
    }

    boolean takes(LocalDate night) {
        return nights.isEmpty() || nights.stream().anyMatch(range -> range.includes(night));
    }
}
