package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A file of the telescope that is in the archive, where it was read again and found whole.
 *
 * @param identity the frame
 * @param size bytes
 * @param source SHA-256 of the file, as it was announced and is archived
 * @param archived its name in the archive
 * @param archivedAt when it was archived
 * @param verified when the archive's copy was last read and had this digest
 */
public record FileToRelease(
        FrameIdentity identity, long size, Sha256 source, String archived, Instant archivedAt, Instant verified) {
    public FileToRelease {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(archivedAt, "archivedAt");
        Objects.requireNonNull(verified, "verified");
    }
}
