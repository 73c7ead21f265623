package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameType;
import dev.vigil.schemas.events.Measurements;
import dev.vigil.schemas.events.ReductionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * What one reduction measured on a frame.
 *
 * @param frame the frame
 * @param type what the frame is for
 * @param object what the telescope pointed at
 * @param filter the filter
 * @param exposureTime the exposure time
 * @param start when the shutter opened
 * @param reduction the reduction
 * @param made whether by a quick look or a full reduction
 * @param at when
 * @param measurements the values
 * @param pointing how its place on the sky was found
 */
public record Measured(
        FrameId frame,
        FrameType type,
        Optional<String> object,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        Optional<Instant> start,
        String reduction,
        ReductionKind made,
        Instant at,
        @Nested Measurements measurements,
        @Nested Pointing pointing) {}
