package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers which files there should be. */
public final class KeptFiles {
    private static final String FRAMES = """
            select distinct 'FRAME' as what, t.frame as owner, t.revision, '' as reduction, min(t.at) over (partition by
                t.frame, t.revision, t.archived_area, t.archived_key, t.archived_digest) as at,
                t.archived_area as area, t.archived_key as key, t.archived_size as size, t.archived_digest as digest
            from transfers t join frame_revisions v on v.frame = t.frame and v.revision = t.revision
            """;

    private static final String REDUCTIONS = """
            select distinct case r.kind when 'QUICK_LOOK' then 'QUICK_LOOK' else 'REDUCTION' end as what, p.frame as owner,
                coalesce(r.same_as, p.revision) as revision, p.reduction,
                min(r.at) over (partition by p.frame, p.reduction, p.area, p.key, p.digest) as at, p.area, p.key, p.size, p.digest
            from products p
            join reductions r on r.frame = p.frame and r.revision = p.revision and r.reduction = p.reduction
            join frame_revisions v on v.frame = p.frame and v.revision = p.revision
            """;

    private static final String MASTERS = """
            select 'MASTER' as what, p.master as owner, v.version as revision, '' as reduction, v.at, p.area, p.key, p.size, p.digest
            from master_products p join masters v on v.master = p.master
            """;

    private static final String OF_A_NIGHT =
            "where v.unit = :unit and (v.night = :night::date or (:night::date is null and v.night is null))\n";

    private static final String OF_A_FRAME = "where v.frame = :frame\n";

    private final Jdbi jdbi;

    KeptFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The files of a night: of its frames, of their reductions, and of the masters that were made of it. */
    public List<KeptFile> of(String unit, Optional<LocalDate> night) {
        String sql = FRAMES + OF_A_NIGHT + "union all\n" + REDUCTIONS + OF_A_NIGHT + "union all\n" + MASTERS
                + OF_A_NIGHT + "order by owner, key";
        return Rows.list(
                jdbi, KeptFile.class, sql, query -> query.bind("unit", unit).bind("night", night));
    }

    /** The files of a frame and of its reductions. */
    public List<KeptFile> of(FrameId frame) {
        String sql = FRAMES + OF_A_FRAME + "union all\n" + REDUCTIONS + OF_A_FRAME + "order by owner, key";
        return Rows.list(jdbi, KeptFile.class, sql, query -> query.bind("frame", frame));
    }
}
