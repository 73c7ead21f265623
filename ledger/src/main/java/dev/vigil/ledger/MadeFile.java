package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A file that was made of a frame.
 *
 * @param frame the frame
 * @param revision its revision
 * @param reduction the reduction that made it
 * @param made whether by a quick look or a full reduction
 * @param at when
 * @param current whether the reduction is the one that counts now
 * @param kind what the file is
 * @param file where it is
 */
public record MadeFile(
        FrameId frame,
        int revision,
        String reduction,
        ReductionKind made,
        Instant at,
        boolean current,
        ProductKind kind,
        @Nested StoredFile file) {}
