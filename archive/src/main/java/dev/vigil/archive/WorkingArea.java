package dev.vigil.archive;

import java.time.Instant;

/** An archive of what can be made again from another, and may therefore be removed. */
public interface WorkingArea extends Archive {
    /** Removes a file, and says whether there was one. */
    boolean remove(ArchiveKey key) throws ArchiveException;

    /** Removes what was published before, and says how many files that was. */
    int removePublishedBefore(Instant limit) throws ArchiveException;
}
