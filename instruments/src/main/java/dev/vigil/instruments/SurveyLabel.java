package dev.vigil.instruments;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a survey itself calls a sky, by a number of the surroundings.
 *
 * @param by the name of the number
 * @param classes the least number of each class
 * @param otherwise what a sky is called that is in none of them
 */
record SurveyLabel(String by, List<Level> classes, String otherwise) {
    SurveyLabel {
        classes = classes.stream()
                .sorted(Comparator.comparingDouble(Level::least).reversed())
                .toList();
    }

    /** A class, and the least number that is in it. */
    record Level(String name, double least) {}

    /** Nothing where the header does not say the number. */
    Optional<String> of(Map<String, Double> surroundings) {
        return Optional.ofNullable(surroundings.get(by))
                .map(value -> classes.stream()
                        .filter(each -> value >= each.least())
                        .map(Level::name)
                        .findFirst()
                        .orElse(otherwise));
    }
}
