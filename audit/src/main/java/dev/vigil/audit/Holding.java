package dev.vigil.audit;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that somebody says the archive holds.
 *
 * @param owner whose it is
 * @param file where it is, and its digest
 * @param at when it was said
 */
public record Holding(Owner owner, StoredFile file, Instant at) {
    public Holding {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
    }

    /** What lies in the working area is made anew when it is needed. */
    boolean isToStay() {
        return file.area() == Area.ARCHIVE;
    }
}
