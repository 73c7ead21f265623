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
 * @param neighbours shifts of frames near in time, the nearest first, to be tried where the header's pointing fails
 */
public record ReduceFrame(
        FrameIdentity identity,
        FrameFacts facts,
        StoredFile input,
        List<ChosenMaster> masters,
        List<NeighbourShift> neighbours)
        implements Work {
    public ReduceFrame {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(input, "input");
        masters = List.copyOf(masters);
        neighbours = List.copyOf(neighbours);
    }

    /** One whose neighbours are not known. */
    public ReduceFrame(FrameIdentity identity, FrameFacts facts, StoredFile input, List<ChosenMaster> masters) {
        this(identity, facts, input, masters, List.of());
    }
}
