package dev.vigil.schemas.events;

import java.util.List;

/**
 * Make the quick looks of these frames again.
 *
 * @param frames the frames
 */
public record LookAgain(List<FrameId> frames) implements Wish {
    public LookAgain {
        frames = List.copyOf(frames);
    }
}
