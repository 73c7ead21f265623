package dev.vigil.allinone.files;

import dev.vigil.scheduler.association.Neighbours;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.SolvedFrame;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PlacedOnSky;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By how much the pointing of the frames before was wrong, which those after them may try. */
final class SolvedFrames {
    private final Map<List<String>, List<SolvedFrame>> nights = new HashMap<>();

    List<NeighbourShift> near(GivenFrame frame) {
        return Neighbours.of(frame.identity().frame(), frame.taken(), ofNight(frame));
    }

    void add(GivenFrame frame, FrameReduced reduced) {
        reduced.placed()
                .flatMap(PlacedOnSky::shift)
                .ifPresent(shift ->
                        ofNight(frame).add(new SolvedFrame(frame.identity().frame(), frame.taken(), shift)));
    }

    private List<SolvedFrame> ofNight(GivenFrame frame) {
        FrameIdentity identity = frame.identity();
        return nights.computeIfAbsent(
                List.of(identity.unit(), SetKey.nightName(identity.night())), any -> new ArrayList<>());
    }
}
