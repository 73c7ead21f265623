package dev.vigil.ledger;

import dev.vigil.schemas.events.BuildAgain;
import dev.vigil.schemas.events.BuildMasters;
import dev.vigil.schemas.events.CloseFrame;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.ConfirmIngested;
import dev.vigil.schemas.events.ExpectNumbers;
import dev.vigil.schemas.events.FetchAgain;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.JudgeAgain;
import dev.vigil.schemas.events.LookAgain;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.Promote;
import dev.vigil.schemas.events.ReduceAgain;
import dev.vigil.schemas.events.ReleaseFiles;
import dev.vigil.schemas.events.Request;
import dev.vigil.schemas.events.RequestAnswered;
import dev.vigil.schemas.events.RetryFailed;
import dev.vigil.schemas.events.UnitAlive;
import dev.vigil.schemas.events.Wish;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What people ask for and what came of it, and the units that say that they are alive. */
final class PeopleRows {
    private static final String REQUEST = """
            insert into requests (request, unit, at, who, why, wish, frames, masters, night, reduction)
            values (:id, :unit, :at, :who, :why, :kind, :frames, :masters, :night, :reduction)
            on conflict do nothing
            """;

    private static final String ANSWER = """
            insert into request_answers (request, at, unit, accepted, answer)
            values (:id, :at, :unit, :accepted, :answer)
            on conflict do nothing
            """;

    private static final String UNIT = """
            insert into units as u (unit, at, root_reachable, scanned_up_to, quiet_since, current_night, files, disk_free, disk_total,
                load)
            values (:unit, :at, :rootReachable, :scannedUpTo, :quietSince, :currentNight, :files, :diskFree, :diskTotal, :load)
            on conflict (unit) do update set
                at = excluded.at, root_reachable = excluded.root_reachable, scanned_up_to = excluded.scanned_up_to,
                quiet_since = excluded.quiet_since, current_night = excluded.current_night, files = excluded.files,
                disk_free = excluded.disk_free, disk_total = excluded.disk_total, load = excluded.load
            where excluded.at > u.at
            """;

    private PeopleRows() {}

    static void write(Handle handle, Batch batch) {
        Rows.each(handle, REQUEST, batch.of(Request.class, Comparator.comparing(Request::id)), PeopleRows::bind);
        Rows.each(
                handle,
                ANSWER,
                batch.of(RequestAnswered.class, Comparator.comparing(RequestAnswered::id)),
                (row, event) -> row.bindMethods(event));
        Rows.each(
                handle,
                UNIT,
                batch.of(UnitAlive.class, Comparator.comparing(UnitAlive::unit).thenComparing(UnitAlive::at)),
                (row, event) -> row.bindMethods(event));
    }

    private static void bind(PreparedBatch row, Request request) {
        row.bindMethods(request)
                .bind("kind", kind(request.wish()))
                .bindArray(
                        "frames",
                        String.class,
                        frames(request.wish()).stream().map(FrameId::value).toList())
                .bindArray(
                        "masters",
                        String.class,
                        masters(request.wish()).stream().map(MasterId::value).toList())
                .bind("night", night(request.wish()))
                .bind("reduction", reduction(request.wish()));
    }

    /** {@code ReduceAgain} is REDUCE_AGAIN. */
    private static String kind(Wish wish) {
        return wish.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static List<FrameId> frames(Wish wish) {
        if (wish instanceof ReduceAgain again) {
            return again.frames();
        }
        if (wish instanceof LookAgain again) {
            return again.frames();
        }
        if (wish instanceof FetchAgain again) {
            return again.frames();
        }
        if (wish instanceof JudgeAgain again) {
            return again.frames();
        }
        if (wish instanceof RetryFailed again) {
            return again.frames();
        }
        if (wish instanceof ConfirmIngested confirm) {
            return confirm.frames();
        }
        if (wish instanceof ReleaseFiles release) {
            return release.files().stream().map(file -> file.identity().frame()).toList();
        }
        if (wish instanceof Promote promote) {
            return List.of(promote.frame());
        }
        return wish instanceof CloseFrame close ? List.of(close.frame()) : List.of();
    }

    private static List<MasterId> masters(Wish wish) {
        return wish instanceof BuildAgain again ? again.masters() : List.of();
    }

    private static Optional<LocalDate> night(Wish wish) {
        if (wish instanceof CloseGap gap) {
            return Optional.of(gap.night());
        }
        if (wish instanceof ExpectNumbers numbers) {
            return Optional.of(numbers.night());
        }
        return wish instanceof BuildMasters build ? Optional.of(build.night()) : Optional.empty();
    }

    private static Optional<String> reduction(Wish wish) {
        return wish instanceof Promote promote ? Optional.of(promote.reduction()) : Optional.empty();
    }
}
