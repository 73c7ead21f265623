package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.association.Neighbours;
import dev.vigil.scheduler.association.SetKey;
import dev.vigil.scheduler.association.SolvedFrame;
import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Stage;
import java.util.List;
import java.util.function.BiConsumer;

/** Remembers by how much the pointing of frames was wrong, and tells it to those that are reduced after them. */
final class NeighbourWork {
    private final Turn turn;

    NeighbourWork(Turn turn) {
        this.turn = turn;
    }

    /** A frame was reduced: what it says of its pointing now is remembered, and nothing else. */
    void solved(FrameStanding standing, FrameReduced news) {
        if (news.kind() == ReductionKind.FULL) {
            news.placed()
                    .flatMap(PlacedOnSky::shift)
                    .map(shift -> new SolvedFrame(standing.frame(), standing.taken(), shift))
                    .ifPresentOrElse(solved -> keep(standing, solved), () -> forget(standing));
        }
    }

    private void keep(FrameStanding standing, SolvedFrame solved) {
        ofNight(standing, (unit, night) -> turn.state().shifts().keep(unit, night, solved));
    }

    /** Its header has changed, or it has been forgotten altogether. */
    void forget(FrameStanding standing) {
        ofNight(standing, (unit, night) -> turn.state().shifts().drop(unit, night, standing.taken(), standing.frame()));
    }

    private static void ofNight(FrameStanding standing, BiConsumer<String, String> deed) {
        standing.identity().ifPresent(identity -> deed.accept(identity.unit(), SetKey.nightName(identity.night())));
    }

    /**
     * The task as it goes out. What it tells of neighbours is chosen when it goes out first, when most is known of them, and stays:
     * whoever gets it again gets the same.
     */
    Task told(Task task) {
        if (task.neighbours().isPresent() || !isReduction(task)) {
            return task;
        }
        Task told = task.telling(neighbours(((Subject.OfFrame) task.work()).frame()));
        turn.state().tasks().keep(told);
        return told;
    }

    private static boolean isReduction(Task task) {
        return task.work() instanceof Subject.OfFrame frame && frame.stage() == Stage.REDUCTION;
    }

    private List<NeighbourShift> neighbours(FrameId frame) {
        return turn.state()
                .frames()
                .get(frame)
                .flatMap(standing -> standing.identity().map(identity -> neighbours(standing, identity)))
                .orElse(List.of());
    }

    private List<NeighbourShift> neighbours(FrameStanding standing, FrameIdentity identity) {
        return Neighbours.of(
                standing.frame(),
                standing.taken(),
                turn.state().shifts().of(identity.unit(), SetKey.nightName(identity.night())));
    }
}
