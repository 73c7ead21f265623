package dev.vigil.instruments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps frames from being reduced: those of the given types whose object has one of the words, or is one of the whole
 * texts; all frames of the types if neither is given.
 */
record ExclusionRule(String name, Set<FrameType> types, List<String> words, List<String> whole) {
    ExclusionRule {
        Objects.requireNonNull(name, "name");
        types = Set.copyOf(types);
        words = words.stream().map(Words::normal).toList();
        whole = whole.stream().map(Words::normal).toList();
    }

    boolean excludes(FrameType type, Optional<String> object) {
        if (!types.isEmpty() && !types.contains(type)) {
            return false;
        }
        return everyObject() || object.filter(this::names).isPresent();
    }

    private boolean everyObject() {
        return words.isEmpty() && whole.isEmpty();
    }

    private boolean names(String object) {
        return Words.of(object).stream().anyMatch(words::contains) || whole.contains(Words.normal(object));
    }
}
