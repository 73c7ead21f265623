package dev.vigil.common.settings;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where something of a file lies: a path in which words in braces stand for the file's own.
 *
 * @param pattern the path; empty: nowhere
 */
public record CopyPlace(String pattern) {
    /** Nowhere. */
    public static final CopyPlace NONE = new CopyPlace("");

    public CopyPlace {
        Objects.requireNonNull(pattern, "pattern");
    }

    /** The place that a text names; refuses one that cannot be told from another file's. */
    static CopyPlace parse(String text) {
        CopyPlace place = new CopyPlace(text.strip());
        if (place.isNamed() && !(Path.of(place.pattern).isAbsolute() && names(place.pattern))) {
            throw new IllegalArgumentException("no place of a file");
        }
        return place;
    }

    /** Whether it has a word that each file has of its own. */
    static boolean names(String pattern) {
        return Stream.of("{path}", "{name}", "{stem}").anyMatch(pattern::contains);
    }

    /** Whether there is any. */
    public boolean isNamed() {
        return !pattern.isEmpty();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
