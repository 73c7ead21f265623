package dev.vigil.schemas.events;

import java.util.Objects;

/**
 * Make a reduction the current one of its frame.
 *
 * @param frame the frame
 * @param reduction the reduction
 */
public record Promote(FrameId frame, String reduction) implements Wish {
    public Promote {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(reduction, "reduction");
    }
}
