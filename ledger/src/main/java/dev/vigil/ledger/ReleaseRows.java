package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameReleased;
import org.jdbi.v3.core.Handle;

/** The files that were deleted at the telescopes. A release that was told twice, after a crash, counts from the first time. */
final class ReleaseRows {
    private static final String RELEASE = """
            insert into releases as r (frame, revision, at, path, size, modified, source, archived, verified, request)
            values (:identity.frame, :identity.revision, :at, :path, :size, :modified, :source, :archived, :verified, :request)
            on conflict (frame, revision) do update set
                at = excluded.at, path = excluded.path, size = excluded.size, modified = excluded.modified,
                source = excluded.source, archived = excluded.archived, verified = excluded.verified, request = excluded.request
            where (excluded.at, excluded.request) < (r.at, r.request)
            """;

    private ReleaseRows() {}

    static void write(Handle handle, Batch batch) {
        Rows.each(handle, RELEASE, batch.ofFrames(FrameReleased.class), (row, event) -> row.bindMethods(event));
    }
}
