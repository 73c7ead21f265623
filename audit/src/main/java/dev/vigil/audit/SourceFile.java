package dev.vigil.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A file on the telescope's disk.
 *
 * @param path below the incoming folder
 * @param size bytes
 * @param modified when it was last written
 */
record SourceFile(String path, long size, Instant modified) {
    SourceFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(modified, "modified");
    }

    /** The night that its folder names, else the day of its last change. */
    LocalDate night() {
        return Paths.date(path, modified);
    }
}
