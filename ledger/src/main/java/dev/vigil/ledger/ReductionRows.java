package dev.vigil.ledger;

import dev.vigil.schemas.events.DetectorOutcome;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.PointingShift;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The reductions with what was measured, the masters that they used and the files that they made. */
final class ReductionRows {
    private static final String REDUCTION = """
            insert into reductions as r (frame, revision, reduction, kind, task, attempt, at, recipe, recipe_version,
                recipe_fingerprint, detectors, level, saturated_fraction, sources, seeing, seeing_arcsec, ellipticity,
                ellipticity_angle, sky, noise, others, flags,
                worker, took, good, placed_by, pointing_east, pointing_north, same_as)
            values (:identity.frame, :identity.revision, :reduction, :kind, :task, :identity.attempt, :at, :recipe.name, :recipe.version,
                :recipe.fingerprint,
                (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'good', good, 'reason', reason)), '[]')
                    from unnest(:names, :goods, :reasons) as detector (name, good, reason)),
                :measurements.level, :measurements.saturatedFraction, :measurements.sources, :measurements.seeing,
                :measurements.seeingArcsec, :measurements.ellipticity, :measurements.ellipticityAngle, :measurements.sky, :measurements.noise,
                (select coalesce(jsonb_object_agg(name, value), '{}') from unnest(:otherNames, :otherValues) as other (name, value)),
                :flags, :worker, :took, :good, :placedBy, :pointingEast, :pointingNorth, :sameAs)
            on conflict (frame, revision, reduction) do update set
                kind = excluded.kind, task = excluded.task, attempt = excluded.attempt, at = excluded.at, recipe = excluded.recipe,
                recipe_version = excluded.recipe_version, recipe_fingerprint = excluded.recipe_fingerprint,
                detectors = excluded.detectors, level = excluded.level, saturated_fraction = excluded.saturated_fraction,
                sources = excluded.sources, seeing = excluded.seeing, seeing_arcsec = excluded.seeing_arcsec,
                ellipticity = excluded.ellipticity, ellipticity_angle = excluded.ellipticity_angle, sky = excluded.sky,
                noise = excluded.noise, others = excluded.others, flags = excluded.flags, worker = excluded.worker,
                took = excluded.took, good = excluded.good, placed_by = excluded.placed_by, pointing_east = excluded.pointing_east,
                pointing_north = excluded.pointing_north, same_as = excluded.same_as
            where (excluded.at, excluded.attempt, excluded.worker) < (r.at, r.attempt, r.worker)
            """;

    private static final String PRODUCT = """
            insert into products (frame, revision, reduction, kind, area, key, size, digest)
            values (:event.identity.frame, :event.identity.revision, :event.reduction, :part.kind, :part.file.area, :part.file.key,
                :part.file.size, :part.file.digest)
            on conflict do nothing
            """;

    private static final String MASTER = """
            insert into reduction_masters (frame, revision, reduction, master, kind, age)
            values (:event.identity.frame, :event.identity.revision, :event.reduction, :part.master, :part.kind, :part.age)
            on conflict do nothing
            """;

    private static final String CHECK = """
            insert into checks (frame, revision, reduction, name, outcome, value, least, most, unit, severity, says, why)
            values (:event.identity.frame, :event.identity.revision, :event.reduction, :part.name, :part.outcome, :part.value,
                :part.least, :part.most, :part.unit, :part.severity, :part.says, :part.why)
            on conflict do nothing
            """;

    private ReductionRows() {}

    static void write(Handle handle, Batch batch) {
        List<FrameReduced> reduced = batch.ofFrames(FrameReduced.class);
        Rows.each(handle, REDUCTION, reduced, ReductionRows::bind);
        Rows.each(handle, PRODUCT, parts(reduced, FrameReduced::products), Part::bind);
        Rows.each(handle, MASTER, parts(reduced, FrameReduced::masters), Part::bind);
        Rows.each(handle, CHECK, parts(reduced, FrameReduced::checks), Part::bind);
    }

    private static void bind(PreparedBatch row, FrameReduced event) {
        List<DetectorOutcome> detectors = event.detectors();
        List<Map.Entry<String, Double>> others =
                List.copyOf(event.measurements().others().entrySet());
        Optional<PointingShift> shift = event.placed().flatMap(PlacedOnSky::shift);
        row.bindMethods(event)
                .bind("placedBy", event.placed().map(PlacedOnSky::rung))
                .bind("pointingEast", shift.map(PointingShift::east))
                .bind("pointingNorth", shift.map(PointingShift::north))
                .bindArray("names", String.class, map(detectors, DetectorOutcome::name))
                .bindArray("goods", Boolean.class, map(detectors, DetectorOutcome::good))
                .bindArray(
                        "reasons",
                        String.class,
                        map(detectors, detector -> detector.reason().orElse(null)))
                .bindArray("otherNames", String.class, map(others, Map.Entry::getKey))
                .bindArray("otherValues", Double.class, map(others, Map.Entry::getValue))
                .bindArray("flags", String.class, event.flags());
    }

    private static <T, V> List<V> map(List<T> things, Function<T, V> reading) {
        return things.stream().map(reading).collect(Collectors.toList());
    }

    private static <P> List<Part<P>> parts(List<FrameReduced> events, Function<FrameReduced, List<P>> reading) {
        return events.stream()
                .flatMap(event -> Part.of(event, reading.apply(event)))
                .toList();
    }
}
