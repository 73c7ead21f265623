package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.StoredFile;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A revision of a frame in the archive.
 *
 * @param frame the frame
 * @param revision its revision
 * @param at when it was there
 * @param archived the file as the telescope wrote it
 * @param readable the same uncompressed
 */
public record ArchivedFile(
        FrameId frame,
        int revision,
        Instant at,
        @Nested("archived") StoredFile archived,
        @Nested("readable") StoredFile readable) {}
