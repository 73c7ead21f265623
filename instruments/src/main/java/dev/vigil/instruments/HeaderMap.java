package dev.vigil.instruments;

import dev.vigil.imaging.Header;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which keywords tell what, best first; {@code #} in a keyword stands for the amplifier's suffix. */
record HeaderMap(Map<Meaning, List<String>> keywords) {
    HeaderMap {
        Map<Meaning, List<String>> copy = new EnumMap<>(Meaning.class);
        keywords.forEach((meaning, names) -> copy.put(meaning, List.copyOf(names)));
        keywords = Map.copyOf(copy);
    }

    List<String> of(Meaning meaning) {
        return keywords.getOrDefault(meaning, List.of());
    }

    /** The first keyword of a meaning that a header has with a value. */
    Optional<Found> find(Meaning meaning, Header header, String amplifier) {
        return of(meaning).stream()
                .map(keyword -> keyword.replace("#", amplifier))
                .flatMap(keyword -> header.text(keyword).map(value -> new Found(keyword, value, header)).stream())
                .findFirst();
    }

    Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        for (Meaning meaning : Meaning.values()) {
            names.addAll(of(meaning));
        }
        return names;
    }

    /** A card that tells something, and the header that it stands in. */
    record Found(String keyword, String value, Header header) {
        double number() throws UnfitFile {
            return header.number(keyword)
                    .orElseThrow(() -> new UnfitFile(
                            RefusalCategory.UNREADABLE_VALUE,
                            keyword + " is '" + value + "', which is not a number",
                            "correct " + keyword + " in the header and deliver the file again"));
        }

        String comment() {
            return header.commentOf(keyword).orElse("");
        }
    }
}
