package dev.vigil.audit;

import dev.vigil.schemas.events.NightRange;
import dev.vigil.schemas.events.UnitAlive;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a unit's producer said of its disk.
 *
 * @param newest a file of it, and where that is offered
 * @param nights whose files it takes; none where it takes all
 */
record UnitSaid(Sighted newest, List<NightRange> nights) {
    UnitSaid {
        Objects.requireNonNull(newest, "newest");
        nights = List.copyOf(nights);
    }

    /** The same, as its producer has it now. */
    UnitSaid with(UnitAlive said) {
        boolean isMoved = !said.places().isEmpty() && said.at().isAfter(newest.at());
        return new UnitSaid(isMoved ? newest.offeredAt(said.places()) : newest, said.nights());
    }

    boolean takes(LocalDate night) {
        return nights.isEmpty() || nights.stream().anyMatch(range -> range.includes(night));
    }
}
