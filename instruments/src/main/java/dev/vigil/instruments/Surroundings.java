package dev.vigil.instruments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a header says of weather, sky and telescope, each in one unit whatever the software writes. Software is known by
 * cards that only it writes: its dialect.
 *
 * @param readings by name, the best first
 * @param dialects the cards that show that a header is of a dialect; one is enough
 */
record Surroundings(Map<String, List<Reading>> readings, Map<String, List<String>> dialects) {
    Surroundings {
        readings = Map.copyOf(readings);
        dialects = Map.copyOf(dialects);
    }

    /**
     * Where a number stands.
     *
     * @param factor what turns the card's unit into the one that is kept
     * @param dialect the only dialect in which the card means this
     */
    record Reading(String keyword, double factor, Optional<String> dialect) {
        Reading {
            Objects.requireNonNull(keyword, "keyword");
            Objects.requireNonNull(dialect, "dialect");
        }
    }

    /** All cards that are looked at. */
    Set<String> cards() {
        Set<String> cards = new HashSet<>();
        readings.values().forEach(best -> best.forEach(reading -> cards.add(reading.keyword())));
        dialects.values().forEach(cards::addAll);
        return cards;
    }

    /** What can be read; what is absent, or no number, is not there. */
    Map<String, Double> read(HeaderFacts facts) {
        List<String> spoken = new ArrayList<>();
        dialects.forEach((name, cards) -> {
            if (cards.stream().anyMatch(card -> facts.card(card).isPresent())) {
                spoken.add(name);
            }
        });
        Map<String, Double> found = new TreeMap<>();
        readings.forEach((name, ways) -> ways.stream()
                .filter(way -> way.dialect().map(spoken::contains).orElse(true))
                .map(way -> value(way, facts))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .ifPresent(value -> found.put(name, value.getAsDouble())));
        return found;
    }

    private static OptionalDouble value(Reading way, HeaderFacts facts) {
        OptionalDouble number = facts.numberOf(way.keyword());
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? OptionalDouble.of(number.getAsDouble() * way.factor())
                : OptionalDouble.empty();
    }
}
