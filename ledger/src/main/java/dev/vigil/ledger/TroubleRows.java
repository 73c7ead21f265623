package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameFailed;
import dev.vigil.schemas.events.FrameWaiting;
import org.jdbi.v3.core.Handle;

/** What failed, and what waits. */
final class TroubleRows {
    private static final String FAILURE = """
            insert into failures (frame, revision, stage, task, attempt, at, worker, category, reason, remedy, allowed)
            values (:identity.frame, :identity.revision, :stage, :task, :identity.attempt, :at, :worker, :category, :reason, :remedy, :of)
            on conflict do nothing
            """;

    private static final String WAIT = """
            insert into waits as w (frame, revision, stage, turn, awaited, what, state, remedy, since, at, over)
            values (:identity.frame, :identity.revision, :stage, :turn, :awaited, :what, :state, :remedy, :since, :at, :over)
            on conflict (frame, revision, stage, turn) do update set
                awaited = excluded.awaited, what = excluded.what, state = excluded.state, remedy = excluded.remedy, since = excluded.since,
                at = excluded.at, over = excluded.over
            where (excluded.over, excluded.at, excluded.awaited, excluded.what, excluded.state, excluded.since)
                > (w.over, w.at, w.awaited, w.what, w.state, w.since)
            """;

    private TroubleRows() {}

    static void write(Handle handle, Batch batch) {
        Rows.each(handle, FAILURE, batch.ofFrames(FrameFailed.class), (row, event) -> row.bindMethods(event));
        Rows.each(handle, WAIT, batch.ofFrames(FrameWaiting.class), (row, event) -> row.bindMethods(event));
    }
}
