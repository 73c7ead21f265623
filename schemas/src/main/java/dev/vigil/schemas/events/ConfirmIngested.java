package dev.vigil.schemas.events;

import java.util.List;

/**
 * Take it from us that other software has taken in these frames.
 *
 * @param frames which
 */
public record ConfirmIngested(List<FrameId> frames) implements Wish {
    public ConfirmIngested {
        frames = List.copyOf(frames);
    }
}
