package dev.vigil.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Sha256 {
    private static final int BLOCK = 1 << 17;

    private final MessageDigest digest = create();

    /** A stream that keeps nothing of what is written to it but its digest. */
    public OutputStream stream() {
        return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    }

    /** The digest of all that was written, which ends it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of all that is left in a stream. */
    public static String of(InputStream stream) throws IOException {
        Sha256 sum = new Sha256();
        byte[] block = new byte[BLOCK];
        for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
            sum.digest.update(block, 0, count);
        }
        return sum.hex();
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
        sum.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.hex();
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
