package dev.vigil.producer;

import java.util.Optional;
import java.util.function.Function;

/** What the file server asks about digests: it opens before anything is known, for its port is part of what is announced. */
final class Knowledge implements Function<Sighting, Optional<String>> {
    private volatile Optional<Sightings> sightings = Optional.empty();

    void isIn(Sightings known) {
        sightings = Optional.of(known);
    }

    @Override
    public Optional<String> apply(Sighting now) {
        return sightings.flatMap(known -> known.digestOf(now));
    }
}
