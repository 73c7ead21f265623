package dev.vigil.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A part of a page that changes by itself: one element that carries the id.
 *
 * @param id the element's id
 * @param into the id of the element that it stands in
 * @param html the element
 */
record Fragment(String id, String into, Html html) {
    private static final int LETTERS = 16;

    Fragment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(into, "into");
        Objects.requireNonNull(html, "html");
    }

    /** An id of any text, of letters and digits only. */
    static String id(String prefix, String text) {
        return prefix + "-" + digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, LETTERS);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What stands in an element. */
    static Html in(String into, List<Fragment> fragments) {
        return Html.join(fragments.stream()
                .filter(fragment -> fragment.into.equals(into))
                .map(Fragment::html)
                .toList());
    }
}
