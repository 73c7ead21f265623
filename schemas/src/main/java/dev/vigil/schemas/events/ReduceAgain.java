package dev.vigil.schemas.events;

import java.util.List;

/**
 * Reduce these frames again.
 *
 * @param frames the frames
 */
public record ReduceAgain(List<FrameId> frames) implements Wish {
    public ReduceAgain {
        frames = List.copyOf(frames);
    }
}
