package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameTransferred;
import dev.vigil.schemas.events.KeptWithLoss;
import org.jdbi.v3.core.Handle;

/** The transfers that succeeded. */
final class TransferRows {
    private static final String TRANSFER = """
            insert into transfers as t (frame, revision, task, attempt, at, archived_area, archived_key, archived_size, archived_digest,
                readable_area, readable_key, readable_size, readable_digest, worker, took, loss_steps, loss_original)
            values (:identity.frame, :identity.revision, :task, :identity.attempt, :at,
                :archived.area, :archived.key, :archived.size, :archived.digest,
                :readable.area, :readable.key, :readable.size, :readable.digest, :worker, :took,
                :lossSteps, :lossOriginal)
            on conflict (frame, revision, task, attempt) do update set
                at = excluded.at, worker = excluded.worker, took = excluded.took,
                archived_area = excluded.archived_area, archived_key = excluded.archived_key,
                archived_size = excluded.archived_size, archived_digest = excluded.archived_digest,
                readable_area = excluded.readable_area, readable_key = excluded.readable_key,
                readable_size = excluded.readable_size, readable_digest = excluded.readable_digest,
                loss_steps = excluded.loss_steps, loss_original = excluded.loss_original
            where (excluded.at, excluded.worker) < (t.at, t.worker)
            """;

    private TransferRows() {}

    static void write(Handle handle, Batch batch) {
        Rows.each(
                handle,
                TRANSFER,
                batch.ofFrames(FrameTransferred.class),
                (row, event) -> row.bindMethods(event)
                        .bind("lossSteps", event.loss().map(KeptWithLoss::steps))
                        .bind(
                                "lossOriginal",
                                event.loss().map(loss -> loss.original().value())));
    }
}
