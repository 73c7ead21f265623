package dev.vigil.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * SHA-256, in hexadecimal, of a file as it was written and of its uncompressed content; the two are the same for plain FITS.
 */
public record Digests(String source, long sourceBytes, String content, long contentBytes) {
    public Digests {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
    }

    /**
     * Both digests; a plain or gzipped file is read once, a tile-compressed one is uncompressed as {@link Unpack} does. What
     * is no FITS file has digests too.
     */
    public static Digests of(Path file) throws IOException, BadFitsException {
        Inspection inspection = Inspection.of(file);
        return inspection
                .digests()
                .orElseThrow(
                        () -> new BadFitsException(inspection.completeness().why()));
    }

    /** SHA-256 of the bytes of a file, whatever they are. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = Files.newInputStream(file)) {
            Sha256.update(digest, in);
        }
        return Sha256.hex(digest);
    }
}
