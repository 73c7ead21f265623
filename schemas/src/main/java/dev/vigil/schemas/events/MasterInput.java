package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * A frame that went into a master.
 *
 * @param frame the frame
 * @param revision its revision
 * @param used whether it was combined or rejected
 */
public record MasterInput(FrameId frame, int revision, boolean used) {
    public MasterInput {
        Objects.requireNonNull(frame, "frame");
    }
}
