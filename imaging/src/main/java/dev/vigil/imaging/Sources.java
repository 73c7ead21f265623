package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files by what they are, not by what they are called. */
final class Sources {
    private Sources() {}

    static ByteSource open(Path file) throws IOException, BadFitsException {
        checkIsFile(file);
        StreamCompression compression = StreamCompression.of(file);
        return compression == StreamCompression.NONE
                ? new PlainSource(file)
                : new StreamSource(compression.open(Files.newInputStream(file)));
    }

    /** The bytes of an ordinary file that are no more than copied. */
    static void checkIsFile(Path file) throws BadFitsException {
        if (Files.isDirectory(file)) {
            throw new BadFitsException("a directory, not a file");
        }
    }

    /** Whether a file is gzipped or the like, so that it can only be read from its beginning. */
    static boolean isStream(Path file) throws IOException {
        return StreamCompression.of(file) != StreamCompression.NONE;
    }
}
