package dev.vigil.producer;

import dev.vigil.producer.disk.Sighting;
import dev.vigil.producer.judging.Sightings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the file server asks of digests and disks: it opens before anything is known, for its port is part of what is announced. Any
 * thread may ask, and tell.
 */
final class Knowledge implements Function<Sighting, Optional<String>> {
    private final Map<String, String> away = new ConcurrentHashMap<>();
    private volatile Optional<Sightings> sightings = Optional.empty();

    void isIn(Sightings known) {
        sightings = Optional.of(known);
    }

    /** Why a unit's disk is not there; nothing when it is. */
    void disk(String unit, Optional<String> why) {
        why.ifPresentOrElse(words -> away.put(unit, words), () -> away.remove(unit));
    }

    /** Why the unit's disk cannot be asked, if that is so. */
    Optional<String> away(String unit) {
        return Optional.ofNullable(away.get(unit));
    }

    @Override
    public Optional<String> apply(Sighting now) {
        return sightings.flatMap(known -> known.digestOf(now));
    }
}
