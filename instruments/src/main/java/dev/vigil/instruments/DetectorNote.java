package dev.vigil.instruments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/** What is known to be wrong with a detector, from one day to another (UTC), both included. */
record DetectorNote(String name, Optional<LocalDate> from, Optional<LocalDate> to, String why) {
    DetectorNote {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(why, "why");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("is over before it begins: from " + from.get() + " to " + to.get());
        }
    }

    boolean isOf(String detector, Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return name.equals(detector)
                && from.filter(day::isBefore).isEmpty()
                && to.filter(day::isAfter).isEmpty();
    }

    @Override
    public String toString() {
        return name + from.map(day -> " since " + day).orElse("")
                + to.map(day -> " until " + day).orElse("") + " (" + why + ")";
    }
}
