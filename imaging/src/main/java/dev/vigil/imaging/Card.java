package dev.vigil.imaging;

import java.util.Objects;

/** One line of a header: its keyword, its value as text without quotes, and its comment. */
public record Card(String keyword, String value, String comment) {
    public Card {
        Objects.requireNonNull(keyword, "keyword");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(comment, "comment");
    }
}
