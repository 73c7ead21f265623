package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.Configuration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the members of a set have in common, where they differ a little: the middle one counts. */
public final class Middle {
    private Middle() {}

    /** What they agree in, with the middle one of their temperatures. */
    public static Configuration configuration(Configuration one, Collection<Double> temperatures) {
        List<Double> sorted = temperatures.stream().sorted().toList();
        return sorted.isEmpty()
                ? one
                : new Configuration(
                        one.camera(),
                        one.detector(),
                        one.window(),
                        one.binning(),
                        one.gainSetting(),
                        one.offset(),
                        one.readMode(),
                        one.amplifiers(),
                        one.rowOrder(),
                        Optional.of(sorted.get(sorted.size() / 2)));
    }

    /** The middle one of their times. */
    public static Instant time(Collection<Instant> times) {
        List<Instant> sorted = times.stream().sorted().toList();
        return sorted.isEmpty() ? Instant.EPOCH : sorted.get(sorted.size() / 2);
    }
}
