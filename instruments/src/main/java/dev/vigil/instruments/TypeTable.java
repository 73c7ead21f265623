package dev.vigil.instruments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the words that cameras use for frame types mean. */
record TypeTable(Map<String, FrameType> types, Map<String, String> flatKinds) {
    TypeTable {
        types = normal(types);
        flatKinds = normal(flatKinds);
    }

    Optional<FrameType> typeOf(String word) {
        return Optional.ofNullable(types.get(Words.normal(word)));
    }

    /** All words that mean a type. */
    List<String> wordsFor(FrameType type) {
        return types.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Dome or twilight, where the word says so. */
    Optional<String> flatKindOf(String word) {
        return Optional.ofNullable(flatKinds.get(Words.normal(word)));
    }

    private static <V> Map<String, V> normal(Map<String, V> table) {
        Map<String, V> normal = new HashMap<>();
        table.forEach((word, value) -> normal.put(Words.normal(word), value));
        return Map.copyOf(normal);
    }
}
