package dev.vigil.instruments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Text as whole words, split at everything that is not a letter: {@code focus_M5} has the words focus and m. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\P{L}+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Only what tells one name from another: letters, digits and the plus sign, without case. */
    static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]", "");
    }

    /** Without case, and with one space for any run of blanks, hyphens and underscores. */
    static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}
