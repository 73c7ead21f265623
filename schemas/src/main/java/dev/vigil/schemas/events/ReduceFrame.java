package dev.vigil.schemas.events;

import java.util.List;
import java.util.Objects;

/**
 * Reduce a frame by its recipe.
 *
 * @param identity the frame
 * @param facts what its header says
 * @param input where it can be read
 * @param masters the masters to use
 */
public record ReduceFrame(FrameIdentity identity, FrameFacts facts, StoredFile input, List<ChosenMaster> masters)
        implements Work {
    public ReduceFrame {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(input, "input");
        masters = List.copyOf(masters);
    }
}
