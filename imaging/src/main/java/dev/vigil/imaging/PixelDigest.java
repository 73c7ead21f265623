package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Digests of the data alone: equal for two files that differ only in their headers. */
public final class PixelDigest {
    private PixelDigest() {}

    /** SHA-256 of each HDU's data unit, without padding, in hexadecimal; of the uncompressed file where it is gzipped. */
    public static List<String> of(Path file) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }
}
