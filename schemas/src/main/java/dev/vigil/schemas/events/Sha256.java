package dev.vigil.schemas.events;

import java.util.regex.Pattern;

/**
 * A SHA-256 digest.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Sha256(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
