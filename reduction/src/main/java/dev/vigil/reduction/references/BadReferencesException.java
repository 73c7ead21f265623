package dev.vigil.reduction.references;

import java.io.IOException;
import java.nio.file.Path;

/** Says in words, with its name, why a file is no catalogue of reference stars or cannot be made one. */
public final class BadReferencesException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadReferencesException(Path file, String why) {
        super(file + ": " + why);
    }
}
