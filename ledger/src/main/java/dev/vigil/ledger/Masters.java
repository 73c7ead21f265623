package dev.vigil.ledger;

import dev.vigil.schemas.events.Area;
import dev.vigil.schemas.events.CheckResult;
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.MasterId;
import dev.vigil.schemas.events.MasterInput;
import dev.vigil.schemas.events.MasterUsed;
import dev.vigil.schemas.events.Product;
import dev.vigil.schemas.events.ProductKind;
import dev.vigil.schemas.events.Sha256;
import dev.vigil.schemas.events.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers questions about masters. */
public final class Masters {
    private static final String STANDING = "select * from master_standings\n";

    private static final String PRODUCTS =
            "select kind, area, key, size, digest from master_products where master = :master order by kind, key";

    private static final String CHECKS = """
            select name, outcome, value, least, most, unit, severity, says, why from master_checks
            where master = :master
            order by array_position(array['FAILED', 'FAILED_TO_RUN', 'PASSED', 'NOT_APPLICABLE'], outcome), severity, name
            """;

    private static final String INPUTS = """
            select frame, revision, used from master_inputs where master = :master order by used, frame
            """;

    private static final String USED =
            "select uses as master, kind, age from master_masters where master = :master order by kind, uses";

    private static final String OF_A_FRAME = """
            select m.master, m.kind, m.age from frames f
            join current_reductions c on c.frame = f.frame and c.revision = f.revision
            join reduction_masters m on m.frame = c.frame and m.revision = c.revision and m.reduction = c.reduction
            where f.frame = :frame
            order by m.kind, m.master
            """;

    /** Like those that were used in all that was written down of them, nearer or newer, built before, and not good. */
    private static final String PASSED_BY = """
            where master in (
                select n.master from current_reductions c
                join reductions r on r.frame = c.frame and r.revision = c.revision and r.reduction = c.reduction
                join frame_facts f on f.frame = c.frame and f.revision = c.revision
                join reduction_masters m on m.frame = c.frame and m.revision = c.revision and m.reduction = c.reduction
                join masters used on used.master = m.master and used.good is not false
                join masters n on n.unit = used.unit and n.kind = used.kind and n.good is false and n.at < r.at
                  and (n.filter, n.exposure_time, n.camera, n.detector, n."window", n.binning, n.gain_setting, n."offset",
                      n.read_mode, n.amplifiers, n.row_order)
                    is not distinct from
                      (used.filter, used.exposure_time, used.camera, used.detector, used."window", used.binning, used.gain_setting,
                      used."offset", used.read_mode, used.amplifiers, used.row_order)
                  and (abs(extract(epoch from n.middle - f.start)) < abs(extract(epoch from used.middle - f.start))
                    or n.set = used.set and n.version > used.version)
                where c.frame = :frame)
            order by kind, middle, master
            """;

    private static final String MADE_OF =
            "where master in (select master from master_inputs where frame = :frame and used) order by master";

    private static final String NEWEST_FIRST =
            "order by standing = 'BUILT', coalesce(middle, at) desc, unit, kind, master limit :limit";

    private final Jdbi jdbi;

    Masters(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest masters of a unit, at most so many; those that are not built first. */
    public List<MasterStanding> of(String unit, int limit) {
        return Rows.list(
                jdbi,
                MasterStanding.class,
                STANDING + "where unit = :unit " + NEWEST_FIRST,
                query -> query.bind("unit", unit).bind("limit", limit));
    }

    /** The newest masters of all units, at most so many; those that are not built first. */
    public List<MasterStanding> newest(int limit) {
        return Rows.list(jdbi, MasterStanding.class, STANDING + NEWEST_FIRST, query -> query.bind("limit", limit));
    }

    /** What came of the quality checks of a master, what failed first. */
    public List<CheckResult> checks(MasterId master) {
        return Rows.list(jdbi, CheckResult.class, CHECKS, query -> query.bind("master", master));
    }

    /** The frames that were offered for a master, those that were left out first. */
    public List<MasterInput> inputs(MasterId master) {
        return Rows.list(jdbi, MasterInput.class, INPUTS, query -> query.bind("master", master));
    }

    /** The masters that calibrated the frames of a master. */
    public List<MasterUsed> used(MasterId master) {
        return Rows.list(jdbi, MasterUsed.class, USED, query -> query.bind("master", master));
    }

    /** The masters of a frame's current reduction. */
    public List<MasterUsed> of(FrameId frame) {
        return Rows.list(jdbi, MasterUsed.class, OF_A_FRAME, query -> query.bind("frame", frame));
    }

    /** The masters that are nearer to a frame than those of its current reduction, and were passed by because they are not good. */
    public List<MasterStanding> passedBy(FrameId frame) {
        return Rows.list(jdbi, MasterStanding.class, STANDING + PASSED_BY, query -> query.bind("frame", frame));
    }

    /** The masters that a frame went into. */
    public List<MasterStanding> madeOf(FrameId frame) {
        return Rows.list(jdbi, MasterStanding.class, STANDING + MADE_OF, query -> query.bind("frame", frame));
    }

    /** A master and how it stands. */
    public Optional<MasterStanding> of(MasterId master) {
        return Rows.list(
                        jdbi,
                        MasterStanding.class,
                        STANDING + "where master = :master",
                        query -> query.bind("master", master))
                .stream()
                .findFirst();
    }

    /** The files of a master. */
    public List<Product> products(MasterId master) {
        return Refusals.saying(() -> jdbi.withHandle(handle -> handle.createQuery(PRODUCTS)
                .bind("master", master)
                .map((row, context) -> product(row))
                .list()));
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                ProductKind.valueOf(row.getString("kind")),
                new StoredFile(
                        Area.valueOf(row.getString("area")),
                        row.getString("key"),
                        row.getLong("size"),
                        new Sha256(row.getString("digest"))));
    }
}
