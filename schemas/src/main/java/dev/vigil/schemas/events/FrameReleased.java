package dev.vigil.schemas.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A file was deleted from the telescope's disk, because the archive has it.
 *
 * @param identity the frame
 * @param at when
 * @param path where it was, below the incoming folder
 * @param size bytes
 * @param modified the file's time of modification
 * @param source SHA-256 that it had when it was deleted
 * @param archived its name in the archive
 * @param verified when the archive's copy was last read and had this digest
 * @param request the request by which it was deleted
 */
public record FrameReleased(
        FrameIdentity identity,
        Instant at,
        String path,
        long size,
        Instant modified,
        Sha256 source,
        String archived,
        Instant verified,
        String request)
        implements FrameEvent {
    public FrameReleased {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(verified, "verified");
        Objects.requireNonNull(request, "request");
    }
}
