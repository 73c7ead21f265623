package dev.vigil.producer;

import dev.vigil.common.settings.Config;
import dev.vigil.common.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How old the files of each unit have to be before they may be deleted from the telescope's disk.
 *
 * @param usual those of a unit of which nothing is said; zero: they are never deleted
 * @param own those of the others
 */
record ReleaseAfter(Duration usual, Map<String, Duration> own) {
    ReleaseAfter {
        own = Map.copyOf(own);
    }

    static ReleaseAfter from(Config.Reader in) {
        return new ReleaseAfter(
                in.get(Settings.PRODUCER_RELEASE_AFTER),
                in.units().stream()
                        .filter(unit -> in.given(Settings.PRODUCER_RELEASE_AFTER.of(unit))
                                .isPresent())
                        .collect(Collectors.toMap(
                                Function.identity(), unit -> in.get(Settings.PRODUCER_RELEASE_AFTER.of(unit)))));
    }

    Duration of(String unit) {
        return own.getOrDefault(unit, usual);
    }

    /** Whether any file of a unit may ever be deleted. */
    boolean permits(String unit) {
        return !of(unit).isZero();
    }
}
