package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.Promote;
import dev.vigil.schemas.events.ReductionKind;
import dev.vigil.schemas.events.Request;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Points each frame at the reduction that counts now, worked out anew from the rows, so that the order of news does not matter. */
final class CurrentRows {
    /** A promotion and a reduction of one frame may be written by two writers: the second waits here until the first is done. */
    private static final String LOCK = "select frame from frames where frame = any(:frames) order by frame for update";

    private static final String CURRENT = """
            insert into current_reductions as c (frame, revision, reduction, promoted_by)
            select distinct on (r.frame) r.frame, r.revision, r.reduction, chosen.request
            from reductions r
            left join lateral (
                select q.request, q.reduction from requests q
                where q.wish = 'PROMOTE' and q.frames @> array[r.frame]
                  and exists (select from reductions p where p.frame = r.frame and p.reduction = q.reduction)
                order by q.at desc, q.request desc
                limit 1) chosen on chosen.reduction = r.reduction
            where r.frame = any(:frames) and (r.kind = 'FULL' or chosen.request is not null)
            order by r.frame, chosen.request is not null desc, r.revision desc, r.at desc, r.reduction desc
            on conflict (frame) do update set
                revision = excluded.revision, reduction = excluded.reduction, promoted_by = excluded.promoted_by
            where (excluded.revision, excluded.reduction, excluded.promoted_by)
                is distinct from (c.revision, c.reduction, c.promoted_by)
            """;

    private CurrentRows() {}

    static void write(Handle handle, Batch batch) {
        List<String> promoted = promoted(batch);
        List<String> frames =
                Stream.concat(reduced(batch), promoted.stream()).distinct().toList();
        if (!promoted.isEmpty()) {
            handle.createQuery(LOCK)
                    .bindArray("frames", String.class, promoted)
                    .mapTo(String.class)
                    .list();
        }
        if (!frames.isEmpty()) {
            handle.createUpdate(CURRENT)
                    .bindArray("frames", String.class, frames)
                    .execute();
        }
    }

    private static Stream<String> reduced(Batch batch) {
        return batch.ofFrames(FrameReduced.class).stream()
                .filter(event -> event.kind() == ReductionKind.FULL)
                .map(event -> event.identity().frame().value());
    }

    private static List<String> promoted(Batch batch) {
        return batch.of(Request.class, Comparator.comparing(Request::id)).stream()
                .map(Request::wish)
                .filter(Promote.class::isInstance)
                .map(wish -> ((Promote) wish).frame().value())
                .toList();
    }
}
