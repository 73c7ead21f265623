package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers questions about how clear the sky was. They are worked out from the zero points of all frames whenever somebody
 * asks, so the order in which frames are reduced does not matter, and nothing is to be kept.
 */
public final class Skies {
    /** The view frame_transparency says the same; this one looks at no other nights than it needs. */
    private static final String OF_A_NIGHT = """
            with best as (
                select filter, max(best) as best, min(calm) as calm from night_zero_points
                where telescope = :unit and night > :night::date - 30 and night <= :night::date
                group by filter)
            select z.frame, z.night, z.filter, z.zero_point, b.best, z.scatter, b.calm, z.survey_label
            from zero_points z join best b using (filter)
            where z.telescope = :unit and z.night = :night::date
            order by z.frame
            """;

    private final Jdbi jdbi;

    Skies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of the frames of a night that have a zero point. */
    public List<SkyQuality> of(String unit, LocalDate night) {
        return Rows.list(
                jdbi,
                SkyQuality.class,
                OF_A_NIGHT,
                query -> query.bind("unit", unit).bind("night", night));
    }

    /** Of one frame. */
    public Optional<SkyQuality> of(FrameId frame, LocalDate night) {
        return of(frame.unit(), night).stream()
                .filter(sky -> sky.frame().equals(frame))
                .findFirst();
    }
}
