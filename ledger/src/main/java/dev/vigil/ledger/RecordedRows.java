package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameEvent;
import dev.vigil.schemas.events.FrameIdentity;
import dev.vigil.schemas.events.FrameRecorded;
import dev.vigil.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Notices which frames are recorded now, whichever of their events came last. A frame revision is recorded once, when it was taken and the
 * outcome of its last level is here; an excluded one never is.
 */
final class RecordedRows {
    private static final String TOLD = """
            insert into recorded as d (frame, revision, level, at, shown_by)
            values (:identity.frame, :identity.revision, :level::level, :at, :shownBy)
            on conflict (frame, revision) do update set at = excluded.at, shown_by = excluded.shown_by where excluded.at < d.at
            """;

    /** Its own event read back from the topic: whoever published it, it needs no publishing. */
    private static final String SENT = """
            update outbox set sent_at = :at
            where topic = :topic and frame = :identity.frame and revision = :identity.revision and sent_at is null
            """;

    private static final String NOTICED = """
            with fresh as (
                insert into recorded (frame, revision, level, at)
                select r.frame, r.revision, r.taken_level, :now
                from frame_revisions r
                join (select distinct frame, revision from unnest(:frames, :revisions) as news (frame, revision)) news
                    using (frame, revision)
                where case r.taken_level when 'SIGHTED' then true
                                         when 'TRANSFERRED' then r.transferred_at is not null
                                         when 'REDUCED' then r.reduced_at is not null
                                         else false end
                order by r.frame, r.revision
                on conflict do nothing
                returning frame, revision)
            insert into outbox (topic, frame, revision) select :topic, frame, revision from fresh order by frame, revision
            """;

    private RecordedRows() {}

    static void write(Handle handle, Batch batch, Instant now) {
        List<FrameRecorded> told = batch.ofFrames(FrameRecorded.class);
        Rows.each(handle, TOLD, told, (row, event) -> row.bindMethods(event));
        Rows.each(
                handle,
                SENT,
                told,
                (row, event) -> row.bindMethods(event).bind("topic", Topics.FRAMES_RECORDED.name()));
        notice(handle, batch.ofFrames(FrameEvent.class), now);
    }

    private static void notice(Handle handle, List<FrameEvent> events, Instant now) {
        List<FrameIdentity> news = events.stream().map(FrameEvent::identity).toList();
        if (news.isEmpty()) {
            return;
        }
        handle.createUpdate(NOTICED)
                .bindArray(
                        "frames",
                        String.class,
                        news.stream().map(frame -> frame.frame().value()).toList())
                .bindArray(
                        "revisions",
                        Integer.class,
                        news.stream().map(FrameIdentity::revision).toList())
                .bind("topic", Topics.FRAMES_RECORDED.name())
                .bind("now", now)
                .execute();
    }
}
