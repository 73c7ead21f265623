package dev.vigil.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers questions about nights. */
public final class Nights {
    private static final String COUNTS = """
            select unit, night, count(*) as seen,
                count(*) filter (where judgement in ('TAKEN', 'EXCLUDED') or transferred_at is not null or reduced_at is not null)
                    as announced,
                count(*) filter (where transferred_at is not null or reduced_at is not null) as transferred,
                count(reduced_at) as reduced,
                count(*) filter (where standing = 'RECORDED') as recorded,
                count(*) filter (where standing = 'FAILED') as failed,
                count(*) filter (where standing = 'WAITING') as waiting,
                count(*) filter (where standing = 'STALLED') as stalled,
                count(*) filter (where standing = 'EXCLUDED') as excluded,
                count(*) filter (where standing = 'ON_THE_WAY') as on_the_way,
                min(first_seen) as first_seen, max(first_seen) as last_seen, max(recorded_at) as last_recorded
            from frame_standings
            """;

    private static final String OF_A_NIGHT = """
            where unit = :unit and (night = :night::date or (:night::date is null and night is null))
            group by unit, night
            """;

    private static final String NEWEST_FIRST = "group by unit, night order by night desc nulls first, unit";

    /** What was measured on frames: by the current reduction, or else by the quick look. */
    static final String MEASURED = """
            select r.frame, v.type, f.object, f.filter, f.exposure_time, f.start, r.reduction, r.kind as made, r.at, r.level, r.saturated_fraction, r.sources,
                r.seeing, r.seeing_arcsec, r.ellipticity, r.ellipticity_angle, r.sky, r.noise,
                r.placed_by, r.pointing_east, r.pointing_north,
                array(select key || '=' || value from jsonb_each_text(r.others) order by key) as others
            from frame_revisions v
            join frames n on n.frame = v.frame and n.revision = v.revision
            join lateral (
                select r.* from reductions r
                left join current_reductions c on c.frame = r.frame and c.revision = r.revision and c.reduction = r.reduction
                where r.frame = v.frame and r.revision = v.revision
                order by c.frame is not null desc, r.kind, r.at desc, r.reduction
                limit 1) r on true
            left join frame_facts f on f.frame = v.frame and f.revision = v.revision
            """;

    private static final String ON_A_NIGHT = """
            where v.unit = :unit and (v.night = :night::date or (:night::date is null and v.night is null))
            order by f.start, r.frame
            """;

    private static final String DOUBLED = """
            with files as (
                select archived_area as area, archived_key as key, archived_digest as digest from transfers
                union select readable_area, readable_key, readable_digest from transfers
                union select area, key, digest from products
                union select area, key, digest from master_products),
            works as (
                select r.frame, r.revision, r.kind, r.recipe_fingerprint,
                    array(select m.master from reduction_masters m where m.frame = r.frame and m.revision = r.revision
                        and m.reduction = r.reduction order by m.master) as masters
                from reductions r where r.same_as is null)
            select 'a file with several digests' as what, lower(area) || ':' || key as name, count(*) as times
            from files group by area, key having count(*) > 1
            union all
            select 'the same work under several names', frame || ' revision ' || revision || ' ' || kind, count(*)
            from works group by frame, revision, kind, recipe_fingerprint, masters having count(*) > 1
            order by what, name
            """;

    private final Jdbi jdbi;

    Nights(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every night of every unit, the newest first. */
    public List<NightCounts> all() {
        return Rows.list(jdbi, NightCounts.class, COUNTS + NEWEST_FIRST, query -> query);
    }

    /** The counts of a night; all nought for a night of which nothing was seen. */
    public NightCounts of(String unit, Optional<LocalDate> night) {
        return Rows.list(
                        jdbi,
                        NightCounts.class,
                        COUNTS + OF_A_NIGHT,
                        query -> query.bind("unit", unit).bind("night", night))
                .stream()
                .findFirst()
                .orElseGet(() -> NightCounts.none(unit, night));
    }

    /** What was measured on the frames of a night: by each frame's current reduction, or else its quick look. */
    public List<Measured> measurements(String unit, Optional<LocalDate> night) {
        return Rows.list(
                jdbi,
                Measured.class,
                MEASURED + ON_A_NIGHT,
                query -> query.bind("unit", unit).bind("night", night));
    }

    /** What the ledger holds twice and should hold once: nothing, when all is well. */
    public List<Doubled> doubled() {
        return Rows.list(jdbi, Doubled.class, DOUBLED, query -> query);
    }
}
