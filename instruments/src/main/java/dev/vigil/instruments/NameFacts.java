package dev.vigil.instruments;

import java.time.Instant;
import java.util.Optional;

/** What a file name says; everything may be unsaid. */
record NameFacts(
        Optional<String> type,
        Optional<String> object,
        Optional<String> filter,
        Optional<Instant> time,
        Optional<Long> number) {
    static final NameFacts NONE =
            new NameFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
