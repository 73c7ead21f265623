package dev.vigil.archive;

import java.time.Instant;
import java.util.function.Function;

/** An archive of what can be made again from another, and may therefore be removed. */
public interface WorkingArea extends Archive {
    /** Removes a file, and says whether there was one. */
    boolean remove(ArchiveKey key) throws ArchiveException;

    /** Removes each file that was published before the limit of its name, and says how many files that was. */
    int removePublishedBefore(Function<ArchiveKey, Instant> limit) throws ArchiveException;
}
