package dev.vigil.scheduler.association;

import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.NeighbourShift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which frames of a night may tell another one by how much its pointing is wrong: the nearest in time that say different things, and something else than its own header. */
public final class Neighbours {
    private static final int MOST = 3;

    /** In seconds of arc: a search about one of two shifts that are closer finds what the other would. */
    private static final double SAME = 60;

    private Neighbours() {}

    /** The shifts that a frame may try, the nearest in time first; it is no neighbour of itself. */
    public static List<NeighbourShift> of(FrameId frame, Instant taken, List<SolvedFrame> night) {
        List<NeighbourShift> chosen = new ArrayList<>();
        night.stream()
                .filter(other -> !other.frame().equals(frame))
                .sorted(Comparator.comparing((SolvedFrame other) ->
                                Duration.between(taken, other.taken()).abs())
                        .thenComparing(other -> other.frame().value()))
                .map(other -> new NeighbourShift(other.frame(), other.shift()))
                .forEach(other -> add(chosen, other));
        return List.copyOf(chosen);
    }

    private static void add(List<NeighbourShift> chosen, NeighbourShift other) {
        boolean leadsElsewhere = Math.hypot(other.shift().east(), other.shift().north()) >= SAME
                && chosen.stream().noneMatch(known -> distance(known, other) < SAME);
        if (chosen.size() < MOST && leadsElsewhere) {
            chosen.add(other);
        }
    }

    private static double distance(NeighbourShift one, NeighbourShift other) {
        return Math.hypot(
                one.shift().east() - other.shift().east(),
                one.shift().north() - other.shift().north());
    }
}
