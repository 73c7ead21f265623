package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers questions about frames. */
public final class Frames {
    private static final String STANDING = """
            select s.*, f.object, f.filter, f.exposure_time, f.start, coalesce(f.flags, '{}') as flags
            from frame_standings s
            left join frame_facts f on f.frame = s.frame and f.revision = s.revision
            """;

    private static final String OF_A_NIGHT = """
            where s.unit = :unit and (s.night = :night::date or (:night::date is null and s.night is null))
            order by array_position(array['FAILED', 'STALLED', 'WAITING', 'ON_THE_WAY', 'RECORDED', 'EXCLUDED'], s.standing), s.frame
            """;

    private static final String SIDECARS = """
            where s.unit = :unit and (s.night = :night::date or (:night::date is null and s.night is null))
              and s.exposure = :exposure and s.type = 'SIDECAR'
            order by s.frame
            """;

    private static final String STORY = """
            select at, revision, stage, what, words, worker, attempt from frame_story
            where frame = :frame
            order by at, revision, array_position(array['SIGHTING', 'TRANSFER', 'QUICK_LOOK', 'REDUCTION', 'RECORDING'], stage), what
            """;

    /** What is told of a file of a reduction {@code r} that is current where there is a {@code c}. */
    private static final String MADE_FILE = """
            p.frame, p.revision, p.reduction, r.kind as made, r.at, c.frame is not null as current, p.kind,
                p.area, p.key, p.size, p.digest
            """;

    private static final String MADE = "select " + MADE_FILE + """
            from products p
            join reductions r using (frame, revision, reduction)
            left join current_reductions c using (frame, revision, reduction)
            where p.frame = :frame
            order by p.revision desc, current desc, r.at desc, p.reduction, p.kind, p.key
            """;

    private static final String PICTURES = "select distinct on (p.frame) " + MADE_FILE + """
            from frame_revisions v
            join frames n on n.frame = v.frame and n.revision = v.revision
            join products p on p.frame = v.frame and p.revision = v.revision and p.kind in ('THUMBNAIL', 'PREVIEW')
            join reductions r on r.frame = p.frame and r.revision = p.revision and r.reduction = p.reduction
            left join current_reductions c on c.frame = p.frame and c.revision = p.revision and c.reduction = p.reduction
            where v.unit = :unit and (v.night = :night::date or (:night::date is null and v.night is null))
            order by p.frame, current desc, r.kind, r.at desc, p.kind desc, p.key
            """;

    private static final String DETECTORS = """
            select d.told ->> 'name'
            from (select r.detectors from reductions r
                    join products p using (frame, revision, reduction)
                    left join current_reductions c using (frame, revision, reduction)
                    where p.frame = :frame and p.kind = 'IMAGE'
                    order by r.revision desc, c.frame is not null desc, r.at desc, r.reduction
                    limit 1) made,
                jsonb_array_elements(made.detectors) with ordinality d(told, number)
            where (d.told ->> 'good')::boolean
            order by d.number
            """;

    private static final String ARCHIVED = """
            select distinct on (revision) frame, revision, at,
                archived_area, archived_key, archived_size, archived_digest,
                readable_area, readable_key, readable_size, readable_digest, loss_steps, loss_original
            from transfers
            where frame = :frame
            order by revision desc, at desc, task, attempt
            """;

    private static final String SIGHTINGS = """
            select s.frame, count(distinct s.at) as times
            from sightings s
            join frames n on n.frame = s.frame
            join frame_revisions v on v.frame = n.frame and v.revision = n.revision
            """;

    private static final String SIGHTINGS_OF_A_NIGHT = """
            where v.unit = :unit and (v.night = :night::date or (:night::date is null and v.night is null))
            """;

    private static final String SAME_BYTES = """
            select distinct other.frame
            from frames n
            join frame_facts f on f.frame = n.frame and f.revision = n.revision
            join frame_facts other on other.content_digest = f.content_digest and other.frame <> f.frame
            join frames o on o.frame = other.frame and o.revision = other.revision
            where n.frame = :frame
            order by other.frame
            """;

    private static final String UNFETCHED = """
            select unit, frame, path, first_seen from frame_standings
            where judgement in ('TAKEN', 'EXCLUDED') and transferred_at is null and reduced_at is null and standing <> 'FAILED'
            order by unit, frame
            """;

    private final Jdbi jdbi;

    Frames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A frame and where it stands. */
    public Optional<FrameStanding> of(FrameId frame) {
        return about(FrameStanding.class, STANDING + "where s.frame = :frame", frame).stream()
                .findFirst();
    }

    /** The frames of a night, problems first. */
    public List<FrameStanding> of(String unit, Optional<LocalDate> night) {
        return Rows.list(
                jdbi,
                FrameStanding.class,
                STANDING + OF_A_NIGHT,
                query -> query.bind("unit", unit).bind("night", night));
    }

    /** The frames whose files are still to be fetched from their telescopes, by unit and name. */
    public List<Unfetched> unfetched() {
        return Rows.list(jdbi, Unfetched.class, UNFETCHED, query -> query);
    }

    /** How often each frame of a night was announced; a frame that never was is left out. */
    public List<Sightings> sightings(String unit, Optional<LocalDate> night) {
        return Rows.list(
                jdbi,
                Sightings.class,
                SIGHTINGS + SIGHTINGS_OF_A_NIGHT + "group by s.frame",
                query -> query.bind("unit", unit).bind("night", night));
    }

    /** How often a frame was announced. */
    public List<Sightings> sightings(FrameId frame) {
        return about(Sightings.class, SIGHTINGS + "where s.frame = :frame group by s.frame", frame);
    }

    /** The files that follow the frames of an exposure. */
    public List<FrameStanding> sidecars(FrameStanding frame) {
        return Rows.list(
                jdbi,
                FrameStanding.class,
                STANDING + SIDECARS,
                query -> query.bind("unit", frame.unit())
                        .bind("night", frame.night())
                        .bind("exposure", frame.exposure()));
    }

    /** All that happened to a frame, in order of time. */
    public List<StoryLine> story(FrameId frame) {
        return about(StoryLine.class, STORY, frame);
    }

    /** What was measured on the newest revision of a frame: by its current reduction, or else by its quick look. */
    public Optional<Measured> measured(FrameId frame) {
        return about(Measured.class, Nights.MEASURED + "where v.frame = :frame", frame).stream()
                .findFirst();
    }

    /** The files that were made of a frame: the newest revision first, the current reduction first. */
    public List<MadeFile> products(FrameId frame) {
        return about(MadeFile.class, MADE, frame);
    }

    /** The detectors that are in the first image among its {@link #products}, in their order there. */
    public List<String> detectors(FrameId frame) {
        return names(String.class, DETECTORS, frame);
    }

    /** The other frames whose files hold the same bytes, once uncompressed. */
    public List<FrameId> ofTheSameBytes(FrameId frame) {
        return names(FrameId.class, SAME_BYTES, frame);
    }

    /** The frame's own files in the archive, the newest revision first. */
    public List<ArchivedFile> archived(FrameId frame) {
        return about(ArchivedFile.class, ARCHIVED, frame);
    }

    /** One picture of each frame of a night that has any: of the current reduction, or else of the quick look. */
    public List<MadeFile> pictures(String unit, Optional<LocalDate> night) {
        return Rows.list(
                jdbi,
                MadeFile.class,
                PICTURES,
                query -> query.bind("unit", unit).bind("night", night));
    }

    private <T> List<T> names(Class<T> name, String sql, FrameId frame) {
        return Refusals.saying(() -> jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("frame", frame).mapTo(name).list()));
    }

    private <T> List<T> about(Class<T> answer, String sql, FrameId frame) {
        return Rows.list(jdbi, answer, sql, query -> query.bind("frame", frame));
    }
}
