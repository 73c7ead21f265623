package dev.vigil.instruments;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How magnitudes are told.
 *
 * @param mediumBands filters so unlike the broad bands of catalogues that only magnitudes in their own band will do
 */
record PhotometryRules(List<Pattern> mediumBands) {
    PhotometryRules {
        mediumBands = List.copyOf(mediumBands);
    }

    /** The one band whose magnitudes will do for frames of a filter; empty where a colour term leads to it from any. */
    Optional<String> onlyBandFor(Optional<String> filter) {
        return filter.filter(name ->
                mediumBands.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
    }
}
