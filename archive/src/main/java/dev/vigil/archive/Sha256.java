package dev.vigil.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Sha256 {
    private static final int BLOCK = 1 << 17;

    private final MessageDigest digest = create();

    /** Takes more bytes. */
    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** The digest of the bytes so far; more may follow. */
    public String soFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK can copy a SHA-256", e);
        }
    }

    /** The digest of all that is left in a stream. */
    public static String of(InputStream stream) throws IOException {
        Sha256 sum = new Sha256();
        byte[] block = new byte[BLOCK];
        for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
            sum.update(block, 0, count);
        }
        return sum.soFar();
    }

    /** The digest of a file. */
    public static String of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return of(stream);
        }
    }

    /** The digest of a text in UTF-8. */
    public static String of(String text) {
        Sha256 sum = new Sha256();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update(bytes, 0, bytes.length);
        return sum.soFar();
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
