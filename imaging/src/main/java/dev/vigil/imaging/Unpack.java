package dev.vigil.imaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Turns {@code .gz} and tile-compressed ({@code .fz}) FITS into plain FITS, the same bytes every time. */
public final class Unpack {
    private Unpack() {}

    /** Whether the file is gzipped or tile-compressed, by its content and not by its name. */
    public static boolean isPacked(Path file) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }

    /** Writes the plain FITS of a file of any of the three kinds; the target must not exist. */
    public static void toPlain(Path packed, Path plain) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }

    /** Writes the plain FITS of a file of any of the three kinds. */
    public static void toPlain(Path packed, OutputStream plain) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }
}
