package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * By how much the pointing of another frame, taken near in time, was wrong.
 *
 * @param frame the other frame
 * @param shift its shift
 */
public record NeighbourShift(FrameId frame, PointingShift shift) {
    public NeighbourShift {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(shift, "shift");
    }
}
