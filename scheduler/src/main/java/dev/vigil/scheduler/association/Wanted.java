package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Configuration;
import dev.vigil.schemas.events.FrameFacts;
import dev.vigil.schemas.events.MasterNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What masters must fit: a frame, or the members of a set.
 *
 * @param unit the unit
 * @param night the night, as in set keys
 * @param time when it was exposed
 * @param configuration what must agree
 * @param filter the filter in the beam
 * @param exposureTime how long the shutter was open
 * @param needs the kinds of masters
 */
public record Wanted(
        String unit,
        String night,
        Instant time,
        Configuration configuration,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        List<MasterNeed> needs) {
    public Wanted {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(exposureTime, "exposureTime");
        needs = List.copyOf(needs);
    }

    /** What fits these facts. */
    public static Wanted of(String unit, String night, Instant time, FrameFacts facts) {
        return new Wanted(
                unit, night, time, facts.configuration(), facts.filter(), facts.exposureTime(), facts.masters());
    }
}
