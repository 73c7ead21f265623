package dev.vigil.schemas.events;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reduce a frame by its recipe.
 *
 * @param identity the frame
 * @param facts what its header says
 * @param input where it can be read
 * @param masters the masters to use
 * @param neighbours shifts of frames near in time, the nearest first, to be tried where the header's pointing fails
 * @param sameAs an earlier revision that was reduced, with the same pixels and the same cards that matter; where its product is
 *     there, it is this one's too
 */
public record ReduceFrame(
        FrameIdentity identity,
        FrameFacts facts,
        StoredFile input,
        List<ChosenMaster> masters,
        List<NeighbourShift> neighbours,
        Optional<Integer> sameAs)
        implements Work {
    public ReduceFrame {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(input, "input");
        masters = List.copyOf(masters);
        neighbours = List.copyOf(neighbours);
        Objects.requireNonNull(sameAs, "sameAs");
    }

    /** One whose neighbours are not known. */
    public ReduceFrame(FrameIdentity identity, FrameFacts facts, StoredFile input, List<ChosenMaster> masters) {
        this(identity, facts, input, masters, List.of(), Optional.empty());
    }

    /** The same work as it was on the earlier revision, if there is one that is the same. */
    public Optional<ReduceFrame> onEarlierRevision() {
        return sameAs.map(revision ->
                new ReduceFrame(identity.withRevision(revision), facts, input, masters, neighbours, Optional.empty()));
    }
}
