package dev.vigil.producer.listing;

import dev.vigil.schemas.events.NightRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Which nights of a unit are taken: those since a date, and those that somebody asked for. Any thread may ask. */
public final class Horizon {
    private final Optional<NightRange> since;
    private final List<NightRange> askedFor = new CopyOnWriteArrayList<>();

    public Horizon(Optional<LocalDate> since) {
        this.since = since.map(first -> new NightRange(first, Optional.empty()));
    }

    boolean takes(LocalDate night) {
        return since.isEmpty()
                || since.get().includes(night)
                || askedFor.stream().anyMatch(range -> range.includes(night));
    }

    /** The nights that are taken; none where all are. */
    public List<NightRange> nights() {
        return since.stream()
                .flatMap(first -> Stream.concat(Stream.of(first), askedFor.stream()))
                .toList();
    }

    /** From now on these are taken too. */
    public void admit(NightRange nights) {
        askedFor.add(nights);
    }

    /** Grows when more is taken than before. */
    int admissions() {
        return askedFor.size();
    }
}
