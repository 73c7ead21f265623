package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameReleased;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.FrameWaiting;
import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterWaiting;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.UnitAlive;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Events of many kinds, taken apart by kind, each in the order of keys: two writers that lock rows in one order never lock each other out. */
final class Batch {
    /** What the ledger has rows for. */
    static final Set<Class<?>> KINDS = Set.of(
            FrameAnnounced.class,
            FrameTransferred.class,
            FrameReduced.class,
            FrameRecorded.class,
            FrameFailed.class,
            FrameWaiting.class,
            FrameReleased.class,
            MasterBuilt.class,
            MasterFailed.class,
            MasterWaiting.class,
            Request.class,
            RequestAnswered.class,
            UnitAlive.class);

    private final Collection<?> events;

    Batch(Collection<?> events) {
        events.stream()
                .filter(event -> !KINDS.contains(event.getClass()))
                .findAny()
                .ifPresent(strange -> {
                    throw new IllegalArgumentException(
                            "the ledger has no rows for a " + strange.getClass().getSimpleName());
                });
        this.events = events;
    }

    /** The frame events of a kind, or of all kinds. */
    <T extends FrameEvent> List<T> ofFrames(Class<T> kind) {
        return of(
                kind,
                Comparator.<T, String>comparing(
                                event -> event.identity().frame().value())
                        .thenComparing(event -> event.identity().revision())
                        .thenComparing(FrameEvent::at));
    }

    /** The events of a kind. */
    <T> List<T> of(Class<T> kind, Comparator<T> order) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(order)
                .toList();
    }
}
