package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.PointingShift;
import java.time.Instant;
import java.util.Objects;

/**
 * A frame that was placed on the sky.
 *
 * @param frame the frame
 * @param taken when its exposure began
 * @param shift by how much its header's pointing was wrong
 */
public record SolvedFrame(FrameId frame, Instant taken, PointingShift shift) {
    public SolvedFrame {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(shift, "shift");
    }
}
