package dev.vigil.ledger;

import dev.vigil.schemas.events.Excluded;
import dev.vigil.schemas.events.FrameAnnounced;
import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Taken;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The frames and their revisions: every frame event makes sure of both rows, and adds what it knows. All is merged so that the order of
 * events does not matter. The lock on the revision's row also makes two writers see each other's news of one frame.
 */
final class FrameRows {
    private static final String FRAME = """
            insert into frames (frame, unit, path, revision) values (:identity.frame, :identity.unit, :path, :identity.revision)
            on conflict (frame) do update set revision = greatest(frames.revision, excluded.revision)
            """;

    private static final String REVISION = """
            insert into frame_revisions as r (frame, revision, unit, night, night_source, exposure, type, last_level, known,
                judgement, reason, remedy, size, modified, first_seen, taken_level, transferred_at, looked_at, reduced_at)
            values (:identity.frame, :identity.revision, :identity.unit, :identity.night, :identity.nightSource, :identity.exposure,
                :identity.type, :identity.lastLevel::level, :known, :judgement, :reason, :remedy, :size, :modified, :firstSeen,
                :takenLevel::level, :transferredAt, :lookedAt, :reducedAt)
            on conflict (frame, revision) do update set
                (unit, night, night_source, exposure, type, last_level, known, judgement, reason, remedy, size, modified) = (
                    select unit, night, night_source, exposure, type, last_level, known, judgement, reason, remedy, size, modified
                    from (values
                        (r.unit, r.night, r.night_source, r.exposure, r.type, r.last_level, r.known,
                            r.judgement, r.reason, r.remedy, r.size, r.modified),
                        (excluded.unit, excluded.night, excluded.night_source, excluded.exposure, excluded.type, excluded.last_level,
                            excluded.known, excluded.judgement, excluded.reason, excluded.remedy, excluded.size, excluded.modified))
                        as word (unit, night, night_source, exposure, type, last_level, known, judgement, reason, remedy, size, modified)
                    order by known desc limit 1),
                first_seen = least(r.first_seen, excluded.first_seen),
                taken_level = least(r.taken_level, excluded.taken_level),
                transferred_at = least(r.transferred_at, excluded.transferred_at),
                looked_at = least(r.looked_at, excluded.looked_at),
                reduced_at = least(r.reduced_at, excluded.reduced_at)
            """;

    private FrameRows() {}

    static void write(Handle handle, Batch batch) {
        List<FrameEvent> events = batch.ofFrames(FrameEvent.class);
        Rows.each(
                handle,
                FRAME,
                events,
                (row, event) -> row.bindMethods(event)
                        .bind("path", event.identity().frame().path()));
        Rows.each(handle, REVISION, events, FrameRows::bind);
    }

    private static void bind(PreparedBatch row, FrameEvent event) {
        Optional<FrameAnnounced> announced = as(FrameAnnounced.class, event);
        Optional<Verdict> verdict = announced.map(FrameAnnounced::judgement).map(Verdict::of);
        row.bindMethods(event)
                .bind("known", known(event))
                .bind("judgement", verdict.map(Verdict::judgement))
                .bind("reason", verdict.flatMap(Verdict::reason))
                .bind("remedy", verdict.flatMap(Verdict::remedy))
                .bind("size", announced.map(FrameAnnounced::size))
                .bind("modified", announced.map(FrameAnnounced::modified))
                .bind("firstSeen", announced.map(FrameAnnounced::at))
                .bind(
                        "takenLevel",
                        announced
                                .filter(FrameRows::isTaken)
                                .map(frame -> frame.identity().lastLevel().name()))
                .bind("transferredAt", as(FrameTransferred.class, event).map(FrameEvent::at))
                .bind("lookedAt", reduced(event, ReductionKind.QUICK_LOOK))
                .bind("reducedAt", reduced(event, ReductionKind.FULL));
    }

    /**
     * A complete file stays so, since other content is another revision: the producer's word on it counts most, then its other words, then
     * anybody else's; the later over the earlier; and a digest, so that there is never a tie.
     */
    static String known(FrameEvent event) {
        int rank = as(FrameAnnounced.class, event).map(FrameRows::rank).orElse(0);
        long micros = Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, event.at()));
        int rest = event instanceof FrameAnnounced
                ? event.toString().hashCode()
                : event.identity().withAttempt(0).toString().hashCode();
        return String.format("%d %020d %08x", rank, micros, rest);
    }

    private static int rank(FrameAnnounced announced) {
        return announced.judgement() instanceof Taken || announced.judgement() instanceof Excluded ? 2 : 1;
    }

    private static boolean isTaken(FrameAnnounced announced) {
        return announced.judgement() instanceof Taken;
    }

    private static Optional<Instant> reduced(FrameEvent event, ReductionKind kind) {
        return as(FrameReduced.class, event)
                .filter(reduced -> reduced.kind() == kind)
                .map(FrameEvent::at);
    }

    private static <T> Optional<T> as(Class<T> kind, Object event) {
        return Optional.of(event).filter(kind::isInstance).map(kind::cast);
    }
}
