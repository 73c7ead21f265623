package dev.vigil.ledger;

import dev.vigil.schemas.events.FrameId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers questions about how clear the sky was. They are worked out from the zero points of all frames whenever somebody
 * asks, so the order in which frames are reduced does not matter, and nothing is to be kept.
 */
public final class Skies {
    /** The view frame_transparency says the same; this one looks at no other nights than it needs, and once at each: not for every frame anew. */
    private static final String OF_NIGHTS = """
            with asked as (
                select unit, night from unnest(:units, :nights::date[]) as a (unit, night)),
            best as materialized (
                select a.unit, a.night, b.* from asked a cross join lateral (
                    select filter, max(best) as best, min(calm) as calm from night_zero_points
                    where telescope = a.unit and night > a.night - 30 and night <= a.night
                    group by filter) b)
            select z.frame, z.night, z.filter, z.zero_point, b.best, z.scatter, b.calm, z.survey_label
            from zero_points z
            join best b on b.unit = z.telescope and b.night = z.night and b.filter = z.filter
            order by z.night desc, z.telescope, z.frame
            """;

    private final Jdbi jdbi;

    Skies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Of the frames of a night that have a zero point. */
    public List<SkyQuality> of(String unit, LocalDate night) {
        return of(List.of(Map.entry(unit, night)));
    }

    /** Of the frames of these nights of units that have a zero point, the newest night first. */
    public List<SkyQuality> of(Collection<Map.Entry<String, LocalDate>> nights) {
        return Rows.list(
                jdbi,
                SkyQuality.class,
                OF_NIGHTS,
                query -> query.bindArray(
                                "units",
                                String.class,
                                nights.stream().map(Map.Entry::getKey).toArray())
                        .bindArray(
                                "nights",
                                String.class,
                                nights.stream()
                                        .map(night -> night.getValue().toString())
                                        .toArray()));
    }

    /** Of one frame. */
    public Optional<SkyQuality> of(FrameId frame, LocalDate night) {
        return of(frame.unit(), night).stream()
                .filter(sky -> sky.frame().equals(frame))
                .findFirst();
    }
}
