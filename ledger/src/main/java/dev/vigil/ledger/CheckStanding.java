package dev.vigil.ledger;

import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.ReductionKind;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A quality check that counts now for a frame.
 *
 * @param frame the frame
 * @param reduction the reduction or quick look that made it
 * @param kind which of the two
 * @param result what came of it
 */
public record CheckStanding(
        FrameId frame,
        String reduction,
        ReductionKind kind,
        @Nested CheckResult result) {}
