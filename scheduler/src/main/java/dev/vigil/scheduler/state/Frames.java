package dev.vigil.scheduler.state;

import dev.vigil.schemas.events.FrameId;
import java.util.List;
import java.util.Optional;

/** The frames: those on the way, those that are finished and may be wanted again, and the revision of every one that ever finished. */
public final class Frames {
    private final Shelf onTheWay;
    private final Shelf finished;
    private final Shelf revisions;
    private final EventForm events;

    Frames(Shelf onTheWay, Shelf finished, Shelf revisions, EventForm events) {
        this.onTheWay = onTheWay;
        this.finished = finished;
        this.revisions = revisions;
        this.events = events;
    }

    /** What is known of a frame, on the way or finished. */
    public Optional<FrameStanding> get(FrameId frame) {
        byte[] key = Key.of(frame.value());
        return onTheWay.get(key).or(() -> finished.get(key)).map(bytes -> Forms.standing(bytes, events));
    }

    /** The newest revision that has finished; 0 when none has. */
    public int finishedRevision(FrameId frame) {
        return revisions
                .get(Key.of(frame.value()))
                .map(bytes -> (int) Key.number(bytes))
                .orElse(0);
    }

    /** Keeps a frame that is on the way. */
    public void keep(FrameStanding standing) {
        byte[] key = Key.of(standing.frame().value());
        onTheWay.put(key, Forms.write(standing, events));
        finished.get(key).ifPresent(old -> finished.remove(key));
    }

    /** Keeps a frame that has finished. */
    public void finish(FrameStanding standing) {
        byte[] key = Key.of(standing.frame().value());
        finished.put(key, Forms.write(standing, events));
        revisions.put(key, new Key().then(standing.revision()).bytes());
        onTheWay.remove(key);
    }

    /** Forgets the facts of a finished frame; its revision stays. */
    public void forget(FrameId frame) {
        finished.remove(Key.of(frame.value()));
    }

    /** Takes back a frame that was on the way and has come to nothing. */
    public void drop(FrameId frame) {
        onTheWay.remove(Key.of(frame.value()));
    }

    /** Every frame that is on the way. */
    public List<FrameStanding> onTheWay() {
        return onTheWay.under(new byte[0]).stream()
                .map(entry -> Forms.standing(entry.value(), events))
                .toList();
    }
}
