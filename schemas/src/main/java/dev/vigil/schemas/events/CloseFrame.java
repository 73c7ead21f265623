package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * Write a frame off: it is accounted for by a person's word.
 *
 * @param frame the frame
 */
public record CloseFrame(FrameId frame) implements Wish {
    public CloseFrame {
        Objects.requireNonNull(frame, "frame");
    }
}
