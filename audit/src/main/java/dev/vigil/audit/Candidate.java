package dev.vigil.audit;

import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that the topics say the archive has as it was announced, and that was not deleted from the telescope's disk.
 *
 * @param identity the frame
 * @param archived its file in the archive
 * @param archivedAt when it came there
 */
public record Candidate(FrameIdentity identity, StoredFile archived, Instant archivedAt) {
    public Candidate {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(archivedAt, "archivedAt");
    }

    /** The same, once the archive's copy has been read again. */
    FileToRelease verified(Instant at) {
        return new FileToRelease(identity, archived.size(), archived.digest(), archived.key(), archivedAt, at);
    }
}
