package dev.vigil.scheduler.decision;

import dev.vigil.scheduler.state.FrameStanding;
import dev.vigil.scheduler.state.Frames;
import dev.vigil.scheduler.state.Subject;
import dev.vigil.scheduler.state.Task;
import dev.vigil.schemas.events.FrameAnnounced;
import java.util.Optional;

/** What transfers put on the line. */
final class LineBytes {
    private final Frames frames;

    LineBytes(Frames frames) {
        this.frames = frames;
    }

    /** Its bytes; nothing where other software moves them, not over the line that we are to spare. */
    Optional<Long> of(Task transfer) {
        Optional<FrameStanding> frame = frames.get(((Subject.OfFrame) transfer.work()).frame());
        boolean isOfLine = frame.flatMap(FrameStanding::elsewhere).isEmpty();
        long size = frame.flatMap(standing -> standing.announced().map(FrameAnnounced::size))
                .orElse(0L);
        return isOfLine ? Optional.of(size) : Optional.empty();
    }
}
