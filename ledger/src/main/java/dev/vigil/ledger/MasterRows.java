package dev.vigil.ledger;

import dev.vigil.schemas.events.MasterBuilt;
import dev.vigil.schemas.events.MasterEvent;
import dev.vigil.schemas.events.MasterFailed;
import dev.vigil.schemas.events.MasterWaiting;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The masters: built, failed and waiting. */
final class MasterRows {
    private static final String BUILT = """
            insert into masters as m (master, unit, kind, set, version, night, at, task, attempt, filter, exposure_time, middle,
                camera, detector, "window", binning, gain_setting, "offset", read_mode, amplifiers, row_order, temperature,
                quality, flags, worker, took, good)
            values (:master, :unit, :kind, :set, :version, :night, :at, :task, :attempt, :filter, :exposureTime, :middle,
                :configuration.camera, :configuration.detector, :configuration.window, :configuration.binning,
                :configuration.gainSetting, :configuration.offset, :configuration.readMode, :configuration.amplifiers,
                :configuration.rowOrder, :configuration.temperature,
                (select coalesce(jsonb_object_agg(name, value), '{}') from unnest(:names, :values) as q (name, value)),
                :flags, :worker, :took, :good)
            on conflict (master) do update set
                night = excluded.night, at = excluded.at, task = excluded.task, attempt = excluded.attempt, filter = excluded.filter,
                exposure_time = excluded.exposure_time, middle = excluded.middle, camera = excluded.camera,
                detector = excluded.detector, "window" = excluded."window", binning = excluded.binning,
                gain_setting = excluded.gain_setting, "offset" = excluded."offset", read_mode = excluded.read_mode,
                amplifiers = excluded.amplifiers, row_order = excluded.row_order, temperature = excluded.temperature,
                quality = excluded.quality, flags = excluded.flags, worker = excluded.worker, took = excluded.took,
                good = excluded.good
            where (excluded.at, excluded.attempt, excluded.worker) < (m.at, m.attempt, m.worker)
            """;

    private static final String INPUT = """
            insert into master_inputs (master, frame, revision, used)
            values (:event.master, :part.frame, :part.revision, :part.used)
            on conflict do nothing
            """;

    private static final String USED = """
            insert into master_masters (master, uses, kind, age)
            values (:event.master, :part.master, :part.kind, :part.age)
            on conflict do nothing
            """;

    private static final String PRODUCT = """
            insert into master_products (master, kind, area, key, size, digest)
            values (:event.master, :part.kind, :part.file.area, :part.file.key, :part.file.size, :part.file.digest)
            on conflict do nothing
            """;

    private static final String CHECK = """
            insert into master_checks (master, name, outcome, value, least, most, unit, severity, says, why)
            values (:event.master, :part.name, :part.outcome, :part.value, :part.least, :part.most, :part.unit, :part.severity,
                :part.says, :part.why)
            on conflict do nothing
            """;

    private static final String FAILED = """
            insert into master_failures (master, unit, kind, set, task, attempt, at, worker, category, reason, remedy, allowed)
            values (:master, :unit, :kind, :set, :task, :attempt, :at, :worker, :category, :reason, :remedy, :of)
            on conflict do nothing
            """;

    private static final String WAITING = """
            insert into master_waits as w (master, unit, kind, set, at, announced, ready, needed, state, over)
            values (:master, :unit, :kind, :set, :at, :announced, :ready, :needed, :state, :over)
            on conflict (master) do update set
                at = excluded.at, announced = excluded.announced, ready = excluded.ready, needed = excluded.needed,
                state = excluded.state, over = excluded.over
            where (excluded.at, excluded.over, excluded.ready, excluded.announced, excluded.needed, excluded.state)
                > (w.at, w.over, w.ready, w.announced, w.needed, w.state)
            """;

    private MasterRows() {}

    static void write(Handle handle, Batch batch) {
        List<MasterBuilt> built = of(batch, MasterBuilt.class);
        Rows.each(handle, BUILT, built, MasterRows::bind);
        Rows.each(handle, INPUT, parts(built, MasterBuilt::inputs), Part::bind);
        Rows.each(handle, USED, parts(built, MasterBuilt::masters), Part::bind);
        Rows.each(handle, PRODUCT, parts(built, MasterBuilt::products), Part::bind);
        Rows.each(handle, CHECK, parts(built, MasterBuilt::checks), Part::bind);
        Rows.each(handle, FAILED, of(batch, MasterFailed.class), (row, event) -> row.bindMethods(event));
        Rows.each(handle, WAITING, of(batch, MasterWaiting.class), (row, event) -> row.bindMethods(event));
    }

    private static <T extends MasterEvent> List<T> of(Batch batch, Class<T> kind) {
        return batch.of(
                kind,
                Comparator.<T, String>comparing(event -> event.master().value()).thenComparing(MasterEvent::at));
    }

    private static void bind(PreparedBatch row, MasterBuilt event) {
        List<Map.Entry<String, Double>> quality = List.copyOf(event.quality().entrySet());
        row.bindMethods(event)
                .bindArray(
                        "names",
                        String.class,
                        quality.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "values",
                        Double.class,
                        quality.stream().map(Map.Entry::getValue).toList())
                .bindArray("flags", String.class, event.flags());
    }

    private static <P> List<Part<P>> parts(List<MasterBuilt> events, Function<MasterBuilt, List<P>> reading) {
        return events.stream()
                .flatMap(event -> Part.of(event, reading.apply(event)))
                .toList();
    }
}
