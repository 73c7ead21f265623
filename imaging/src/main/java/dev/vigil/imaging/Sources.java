package dev.vigil.imaging;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens files by what they are, not by what they are called. */
final class Sources {
    private static final int BUFFER = 1 << 16;

    private Sources() {}

    static ByteSource open(Path file) throws IOException, BadFitsException {
        checkIsFile(file);
        return isGzip(file) ? new StreamSource(gunzip(Files.newInputStream(file))) : new PlainSource(file);
    }

    /** The bytes of an ordinary file that are no more than copied. */
    static void checkIsFile(Path file) throws BadFitsException {
        if (Files.isDirectory(file)) {
            throw new BadFitsException("a directory, not a file");
        }
    }

    static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    static InputStream gunzip(InputStream packed) throws IOException, BadFitsException {
        try {
            return new GZIPInputStream(packed, BUFFER);
        } catch (EOFException cut) {
            packed.close();
            throw BadFitsException.cutShort("the gzip stream is cut short");
        } catch (ZipException damaged) {
            packed.close();
            throw new BadFitsException("the gzip stream is damaged: " + damaged.getMessage());
        }
    }
}
