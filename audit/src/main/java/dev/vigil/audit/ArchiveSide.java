package dev.vigil.audit;

import dev.vigil.archive.ArchiveException;
import java.util.Optional;
import java.util.Set;

/** What lies in the archive. */
interface ArchiveSide {
    /** The bytes of a file, if it is there. */
    Optional<Long> size(String key) throws ArchiveException;

    /** Its digest, by reading it. */
    String digest(String key) throws ArchiveException;

    /** All keys in the part of the archive that the nights fill, as they were before the topics were read. */
    Set<String> keys();
}
