package dev.vigil.ledger;

import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A file that the ledger says is kept, and whose it is.
 *
 * @param what the telescope's own file, what its quick look or a reduction made of it, or a master
 * @param owner the frame, or the master
 * @param revision the frame's revision, or the master's version; of a file that several revisions share, that which it was made of
 * @param reduction the quick look or reduction that made it; empty for the others
 * @param at when it was there
 * @param file where it is
 */
public record KeptFile(
        What what,
        String owner,
        int revision,
        String reduction,
        Instant at,
        @Nested StoredFile file) {
    /** Whose a file is. */
    public enum What {
        FRAME,
        QUICK_LOOK,
        REDUCTION,
        MASTER
    }
}
