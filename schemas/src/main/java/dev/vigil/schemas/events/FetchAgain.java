package dev.vigil.schemas.events;

import java.util.List;

/**
 * Transfer these frames again.
 *
 * @param frames the frames
 */
public record FetchAgain(List<FrameId> frames) implements Wish {
    public FetchAgain {
        frames = List.copyOf(frames);
    }
}
