package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Answers questions about quality checks. */
public final class Checks {
    private static final String OF_A_FRAME = """
            select frame, reduction, kind, name, outcome, value, least, most, unit, severity, says, why from frame_checks
            where frame = :frame
            order by array_position(array['FAILED', 'FAILED_TO_RUN', 'PASSED', 'NOT_APPLICABLE'], outcome), severity, name
            """;

    private static final String QUALITY = """
            select frame, night, good, coalesce(errors, '{}') as errors, coalesce(warnings, '{}') as warnings, passed from frame_quality
            """;

    private static final String OF_A_NIGHT = """
            where telescope = :unit and (night = :night::date or (:night::date is null and night is null))
            order by frame
            """;

    private final Jdbi jdbi;

    Checks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What came of the checks of a frame's newest revision, what failed first. */
    public List<CheckStanding> of(FrameId frame) {
        return Rows.list(jdbi, CheckStanding.class, OF_A_FRAME, query -> query.bind("frame", frame));
    }

    /** Whether the frames of a night are good; those of which nothing could be checked are not listed. */
    public List<FrameQuality> of(String unit, Optional<LocalDate> night) {
        return Rows.list(
                jdbi,
                FrameQuality.class,
                QUALITY + OF_A_NIGHT,
                query -> query.bind("unit", unit).bind("night", night));
    }

    /** The frames that are not good, of all nights. */
    public List<FrameQuality> notGood() {
        return Rows.list(jdbi, FrameQuality.class, QUALITY + "where not good order by night, frame", query -> query);
    }
}
