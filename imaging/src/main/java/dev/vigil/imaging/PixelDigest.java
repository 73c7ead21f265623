package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Digests of the data alone: equal for two files that differ only in their headers. */
public final class PixelDigest {
    private PixelDigest() {}

    /** SHA-256 of each HDU's data unit, without padding, in hexadecimal; of the uncompressed file where it is gzipped. */
    public static List<String> of(Path file) throws IOException, BadFitsException {
        try (ByteSource source = Sources.open(file)) {
            return of(WholeFile.read(source, true));
        }
    }

    static List<String> of(WholeFile file) {
        return file.hdus().stream()
                .map(HduSums::digest)
                .flatMap(Optional::stream)
                .toList();
    }
}
