package dev.vigil.audit;

import dev.vigil.schemas.events.FileToRelease;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that the topics say the archive has as it was announced, and that was not deleted from the telescope's disk.
 *
 * @param identity the frame
 * @param archived its file in the archive
 * @param archivedAt when it came there
 * @param kept how long its telescope keeps it at least
 */
public record Candidate(FrameIdentity identity, StoredFile archived, Instant archivedAt, Duration kept) {
    public Candidate {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(archivedAt, "archivedAt");
        Objects.requireNonNull(kept, "kept");
    }

    /** One that its telescope keeps no longer than its settings say. */
    public Candidate(FrameIdentity identity, StoredFile archived, Instant archivedAt) {
        this(identity, archived, archivedAt, Duration.ZERO);
    }

    /** Whether it is older than its unit wants and its telescope keeps it. */
    boolean isDue(Duration age, Instant now) {
        return !archivedAt.plus(age).isAfter(now) && !archivedAt.plus(kept).isAfter(now);
    }

    /** The same, once the archive's copy has been read again. */
    FileToRelease verified(Instant at) {
        return new FileToRelease(identity, archived.size(), archived.digest(), archived.key(), archivedAt, at);
    }
}
