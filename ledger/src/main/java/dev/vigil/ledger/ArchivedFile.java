package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.KeptWithLoss;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A revision of a frame in the archive.
 *
 * @param frame the frame
 * @param revision its revision
 * @param at when it was there
 * @param archived the file as the telescope wrote it, or, where something is lost, what is kept of it
 * @param readable the same uncompressed
 * @param lossSteps where something is lost: to how many steps of a sigma of noise pixels were rounded
 * @param lossOriginal where something is lost: the digest of the file as the telescope wrote it
 */
public record ArchivedFile(
        FrameId frame,
        int revision,
        Instant at,
        @Nested("archived") StoredFile archived,
        @Nested("readable") StoredFile readable,
        Optional<Integer> lossSteps,
        Optional<Sha256> lossOriginal) {
    /** What is lost, if anything is. */
    public Optional<KeptWithLoss> loss() {
        return lossSteps.flatMap(steps -> lossOriginal.map(original -> new KeptWithLoss(steps, original)));
    }
}
