package dev.vigil.progress.standing;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads what an event says of a frame's standing. */
final class News {
    private News() {}

    static Standing standing(FrameEvent event) {
        if (event instanceof FrameAnnounced announced) {
            return announced(announced);
        }
        if (event instanceof FrameFailed failed) {
            return said(failed, Map.of(), Map.of(failed.stage(), Failure.of(failed)), Optional.empty());
        }
        if (event instanceof FrameWaiting waiting) {
            return said(waiting, Map.of(), Map.of(), Optional.of(Wait.of(waiting)));
        }
        return said(event, milestones(event), Map.of(), Optional.empty());
    }

    private static Map<Milestone, Span> milestones(FrameEvent event) {
        Span at = Span.at(event.at());
        if (event instanceof FrameTransferred) {
            return Map.of(Milestone.TRANSFERRED, at);
        }
        if (event instanceof FrameReduced reduced && reduced.kind() == ReductionKind.FULL) {
            return Map.of(Milestone.REDUCED, at);
        }
        if (event instanceof FrameRecorded recorded && isTheLast(recorded)) {
            return Map.of(Milestone.RECORDED, at);
        }
        return Map.of();
    }

    private static boolean isTheLast(FrameRecorded recorded) {
        return recorded.level().compareTo(recorded.identity().lastLevel()) >= 0;
    }

    private static Standing announced(FrameAnnounced announced) {
        Judged judged = Judged.of(announced);
        Span at = Span.at(announced.at());
        boolean complete = judged.verdict().isComplete();
        return new Standing(
                announced.identity().frame(),
                announced.identity().revision(),
                Belonging.of(announced.identity(), complete, announced.at()),
                complete ? Map.of(Milestone.SEEN, at, Milestone.ANNOUNCED, at) : Map.of(Milestone.SEEN, at),
                Optional.of(judged),
                Map.of(),
                Optional.empty());
    }

    /** Whatever is said of a frame after its sighting is said of a complete file. */
    private static Standing said(
            FrameEvent event, Map<Milestone, Span> passed, Map<Stage, Failure> failures, Optional<Wait> wait) {
        FrameIdentity identity = event.identity();
        Instant at = event.at();
        return new Standing(
                identity.frame(),
                identity.revision(),
                Belonging.of(identity, !failures.containsKey(Stage.SIGHTING), at),
                passed,
                Optional.empty(),
                failures,
                wait);
    }
}
