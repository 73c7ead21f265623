package dev.vigil.instruments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps frames from being reduced: those of the given types (of any, if none is given) for which all holds that the rule
 * asks: one of its words in the object or one of its whole texts as the object, one of its flags, its header condition.
 */
record ExclusionRule(
        String name,
        Set<FrameType> types,
        List<String> words,
        List<String> whole,
        Set<Flag> flags,
        Optional<Condition> header) {
    ExclusionRule {
        Objects.requireNonNull(name, "name");
        types = Set.copyOf(types);
        words = words.stream().map(Words::normal).toList();
        whole = whole.stream().map(Words::normal).toList();
        flags = Set.copyOf(flags);
        Objects.requireNonNull(header, "header");
    }

    boolean excludes(FrameDescription frame, HeaderFacts facts) {
        return (types.isEmpty() || types.contains(frame.type()))
                && (namesNoObject() || frame.object().filter(this::names).isPresent())
                && (flags.isEmpty() || frame.flags().stream().anyMatch(flags::contains))
                && header.map(condition -> condition.holds(facts)).orElse(true);
    }

    private boolean namesNoObject() {
        return words.isEmpty() && whole.isEmpty();
    }

    private boolean names(String object) {
        return Words.of(object).stream().anyMatch(words::contains) || whole.contains(Words.normal(object));
    }
}
