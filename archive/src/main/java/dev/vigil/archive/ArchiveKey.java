package dev.vigil.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a file in an archive, such as {@code raw/7DT05/2026-11-19/7DT05_0000.fits}: relative, with slashes, and of
 * characters that no file system, address or shell takes amiss.
 *
 * <p>What else a name holds is percent-encoded. No part begins with a point, so none leads upwards, and what the archive
 * keeps for itself begins with one.
 */
public record ArchiveKey(String value) implements Comparable<ArchiveKey> {
    private static final int LONGEST_PART = 240;
    private static final String PLAIN = "A-Za-z0-9_+~=,@\\-";
    private static final Pattern PART =
            Pattern.compile("(?:[" + PLAIN + "]|%[0-9A-F]{2})(?:[" + PLAIN + ".]|%[0-9A-F]{2})*");

    public ArchiveKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("not an archive key: '" + value + "'");
        }
    }

    /** The key of these parts, each percent-encoded where it must be. */
    public static ArchiveKey of(String... parts) {
        return new ArchiveKey(Arrays.stream(parts).map(ArchiveKey::encoded).collect(Collectors.joining("/")));
    }

    /** The last part. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The key of the same folder with another last part, which is percent-encoded where it must be. */
    public ArchiveKey sibling(String name) {
        return new ArchiveKey(value.substring(0, value.lastIndexOf('/') + 1) + encoded(name));
    }

    /** One part of a key, percent-encoded where it must be; what is encoded already is left as it is. */
    public static String encoded(String part) {
        String encoded = PART.matcher(part).matches() ? part : allEncoded(part);
        return encoded.length() > LONGEST_PART ? shortened(encoded) : encoded;
    }

    private static String allEncoded(String part) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : part.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(encoded(octet, encoded.length() == 0));
        }
        return encoded.toString();
    }

    /** No file system takes a longer name, so the middle gives way to a digest of the whole. */
    private static String shortened(String part) {
        String start = part.substring(0, outsideEscape(part, 140));
        String end = part.substring(outsideEscape(part, part.length() - 60));
        return start + "~" + Sha256.of(part).substring(0, 16) + "~" + end;
    }

    private static int outsideEscape(String part, int position) {
        int escape = part.lastIndexOf('%', position - 1);
        return escape >= position - 2 && escape >= 0 ? escape + 3 : position;
    }

    private static String encoded(byte octet, boolean first) {
        char character = (char) (octet & 0xff);
        boolean plain = character < 128 && (Character.isLetterOrDigit(character) || "_+~=,@-".indexOf(character) >= 0)
                || character == '.' && !first;
        return plain ? String.valueOf(character) : String.format("%%%02X", octet);
    }

    static boolean isKey(String value) {
        return Arrays.stream(value.split("/", -1)).allMatch(ArchiveKey::isPart);
    }

    private static boolean isPart(String part) {
        return part.length() <= LONGEST_PART && PART.matcher(part).matches();
    }

    @Override
    public int compareTo(ArchiveKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
