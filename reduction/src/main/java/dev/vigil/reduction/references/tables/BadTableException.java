package dev.vigil.reduction.references.tables;

import java.io.IOException;
import java.nio.file.Path;

/** Says in words, with the file and the place in it, why a table cannot be read. */
public final class BadTableException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadTableException(Path file, String why) {
        super(file + ": " + why);
    }

    public BadTableException(Path file, String place, String why) {
        super(file + ", " + place + ": " + why);
    }
}
