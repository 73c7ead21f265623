package dev.vigil.scheduler.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Builds keys whose order as bytes is the order of their parts: texts end with a zero, numbers are big-endian. */
public final class Key {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /** A key that is one text. */
    public static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A key that continues another one. */
    static Key from(byte[] prefix) {
        Key key = new Key();
        key.bytes.writeBytes(prefix);
        return key;
    }

    /** The text of such a key. */
    public static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    /** Adds a text. */
    public Key then(String text) {
        bytes.writeBytes(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        return this;
    }

    /** Adds a constant, in the order of its declaration. */
    public Key then(Enum<?> constant) {
        bytes.write(constant.ordinal());
        return this;
    }

    /** Adds a number; the sign is turned so that negative ones come first. */
    public Key then(long number) {
        bytes.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
        return this;
    }

    /** The key. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The number at the start of a key. */
    static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong() ^ Long.MIN_VALUE;
    }

    /** Whether a key begins with a prefix. */
    public static boolean beginsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The text at the start of a key. */
    static String firstText(byte[] key) {
        int end = 0;
        while (key[end] != 0) {
            end++;
        }
        return new String(key, 0, end, StandardCharsets.UTF_8);
    }

    /** The first key that no longer begins with a prefix; empty when every later key does. */
    public static Optional<byte[]> after(byte[] prefix) {
        for (int end = prefix.length; end > 0; end--) {
            if (prefix[end - 1] != (byte) 0xff) {
                byte[] after = Arrays.copyOf(prefix, end);
                after[end - 1]++;
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }
}
