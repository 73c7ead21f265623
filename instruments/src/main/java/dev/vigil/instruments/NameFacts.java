package dev.vigil.instruments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a file name says; everything may be unsaid.
 *
 * @param fits whether the name is of one of the profile's forms
 * @param exposure in seconds
 * @param time when the exposure began, UTC
 * @param group what the names of all files of one exposure have in common
 */
record NameFacts(
        boolean fits,
        Optional<String> unit,
        Optional<String> type,
        Optional<String> object,
        Optional<String> filter,
        Optional<String> binning,
        Optional<Double> exposure,
        Optional<Instant> time,
        Optional<LocalDate> night,
        Optional<Long> number,
        Optional<String> group) {
    static final NameFacts NONE = new NameFacts(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same name, had it said another type or filter. */
    NameFacts as(Optional<String> otherType, Optional<String> otherFilter) {
        return new NameFacts(fits, unit, otherType, object, otherFilter, binning, exposure, time, night, number, group);
    }
}
