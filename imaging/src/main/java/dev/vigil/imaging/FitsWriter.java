package dev.vigil.imaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Writes FITS whose bytes follow from what is written and nothing else, with DATASUM and CHECKSUM in every HDU. */
public final class FitsWriter {
    private FitsWriter() {}

    /** Writes a new file; one that is there already is an error. */
    public static void write(Path file, List<OutputHdu> hdus) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static void write(OutputStream out, List<OutputHdu> hdus) throws IOException {
        throw new UnsupportedOperationException();
    }
}
