package dev.vigil.portal;

import dev.vigil.schemas.events.UnitAlive;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why nothing comes of a unit: what its producer says of its disk, or that it says nothing.
 *
 * @param unit the unit
 * @param word the trouble in a word
 * @param since since when, as far as that is known
 * @param words what is wrong, and what to do
 */
record UnitTrouble(String unit, String word, Optional<Instant> since, String words) {
    /** A producer speaks every few seconds, whatever its disks do. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** All that is wrong by what was said last, with what lies beside all units. */
    static Stream<UnitTrouble> all(UnitAlive said, Instant now) {
        return Stream.concat(
                of(said, now).stream(),
                said.beside().stream()
                        .map(words ->
                                new UnitTrouble("beside all units' folders", "trouble", Optional.empty(), words)));
    }

    /** What is wrong at a time, by what was said last; empty while all is well. */
    static Optional<UnitTrouble> of(UnitAlive said, Instant now) {
        if (said.at().isBefore(now.minus(SILENCE))) {
            return Optional.of(new UnitTrouble(
                    said.unit(),
                    "silent",
                    Optional.of(said.at()),
                    "its producer says nothing: see whether it runs, and what its log says"));
        }
        return said.rootReachable()
                ? said.trouble().map(words -> new UnitTrouble(said.unit(), "trouble", Optional.empty(), words))
                : Optional.of(new UnitTrouble(
                        said.unit(),
                        "unreachable",
                        said.scannedUpTo(),
                        said.trouble().orElse("its folder cannot be read: see whether its disk is mounted")));
    }
}
