package dev.vigil.schemas.events;

import java.util.List;

/**
 * Try again what failed of these frames: the transfer, the quick look, the reduction.
 *
 * @param frames the frames
 */
public record RetryFailed(List<FrameId> frames) implements Wish {
    public RetryFailed {
        frames = List.copyOf(frames);
    }
}
