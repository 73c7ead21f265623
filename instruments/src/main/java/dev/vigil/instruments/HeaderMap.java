package dev.vigil.instruments;

import dev.vigil.imaging.Header;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which keywords tell what, best first; {@code #} in a keyword stands for the amplifier's suffix. Where several cards
 * tell one thing together, they stand in braces: {@code [{X0}:{X1},{Y0}:{Y1}]}.
 *
 * @param firstWords the meanings of which only the first word counts
 */
record HeaderMap(Map<Meaning, List<String>> keywords, Set<Meaning> firstWords) {
    private static final Pattern BRACES = Pattern.compile("\\{([^}]+)}");

    HeaderMap {
        firstWords = Set.copyOf(firstWords);
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
                .flatMap(keyword -> value(keyword, header)
                        .map(value -> firstWords.contains(meaning) ? value.split("\\s")[0] : value)
                        .map(value -> new Found(keyword, value, header))
                        .stream())
                .findFirst();
    }

    private static Optional<String> value(String keyword, Header header) {
        return keyword.contains("{") ? composed(keyword, header) : header.text(keyword);
    }

    /** Nothing, unless every card is there. */
    private static Optional<String> composed(String template, Header header) {
        Matcher braces = BRACES.matcher(template);
        StringBuilder composed = new StringBuilder();
        while (braces.find()) {
            Optional<String> value = header.text(braces.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            braces.appendReplacement(composed, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(braces.appendTail(composed).toString());
    }

    Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        for (Meaning meaning : Meaning.values()) {
            of(meaning).forEach(keyword -> names.addAll(keywordsIn(keyword)));
        }
        return names;
    }

    private static List<String> keywordsIn(String keyword) {
        return keyword.contains("{")
                ? BRACES.matcher(keyword).results().map(found -> found.group(1)).toList()
                : List.of(keyword);
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
