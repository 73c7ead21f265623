package dev.vigil.producer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which nights of a unit are taken: those since a date, and those that somebody asked for. Any thread may ask. */
final class Horizon {
    private final Optional<LocalDate> since;
    private final List<Nights> askedFor = new CopyOnWriteArrayList<>();

    /** From one night to another. */
    record Nights(LocalDate since, LocalDate until) {
        Nights {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }

        boolean include(LocalDate night) {
            return !night.isBefore(since) && !night.isAfter(until);
        }
    }

    Horizon(Optional<LocalDate> since) {
        this.since = Objects.requireNonNull(since, "since");
    }

    boolean takes(LocalDate night) {
        return since.filter(night::isBefore).isEmpty() || askedFor.stream().anyMatch(nights -> nights.include(night));
    }

    /** From now on these are taken too. */
    void admit(Nights nights) {
        askedFor.add(nights);
    }

    /** Grows when more is taken than before. */
    int admissions() {
        return askedFor.size();
    }
}
