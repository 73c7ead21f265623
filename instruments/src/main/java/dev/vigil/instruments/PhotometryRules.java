package dev.vigil.instruments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How magnitudes are told.
 *
 * @param mediumBands filters so unlike the broad bands of catalogues that only magnitudes in their own band will do
 * @param label what the survey itself calls a sky
 */
record PhotometryRules(List<Pattern> mediumBands, Optional<SurveyLabel> label) {
    PhotometryRules {
        mediumBands = List.copyOf(mediumBands);
    }

    /** The one band whose magnitudes will do for frames of a filter; empty where a colour term leads to it from any. */
    Optional<String> onlyBandFor(Optional<String> filter) {
        return filter.filter(name ->
                mediumBands.stream().anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    Optional<String> surveyLabel(Map<String, Double> surroundings) {
        return label.flatMap(each -> each.of(surroundings));
    }
}
