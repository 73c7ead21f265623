package dev.vigil.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A draft that lies on a file system. */
abstract class DraftFile extends Draft {
    abstract Path file();

    /** Writes all of it through to the disk. */
    abstract void finish() throws IOException;

    /** SHA-256, in hexadecimal, of the bytes as they were read after all of them had been written through. */
    abstract String proven() throws IOException;
}
