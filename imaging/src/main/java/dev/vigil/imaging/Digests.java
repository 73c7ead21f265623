package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * SHA-256, in hexadecimal, of a file as it was written and of its uncompressed content; the two are the same for plain FITS.
 */
public record Digests(String source, long sourceBytes, String content, long contentBytes) {
    public Digests {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
    }

    /** Both digests; a plain or gzipped file is read once, a tile-compressed one is uncompressed as {@link Unpack} does. */
    public static Digests of(Path file) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the bytes of a file, whatever they are. */
    public static String sha256(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
