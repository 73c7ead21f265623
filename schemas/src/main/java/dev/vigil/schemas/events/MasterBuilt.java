package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A master calibration was built.
 *
 * @param master its id, which contains its version
 * @param unit the unit it serves
 * @param kind bias, dark or flat
 * @param set the calibration set it was made of
 * @param version 1 for the first of its set
 * @param night the night of its inputs
 * @param at when it was built
 * @param task the task answered
 * @param attempt the attempt
 * @param configuration what frames must agree with
 * @param filter the filter, for a flat
 * @param exposureTime the exposure time, for a dark
 * @param middle middle of its inputs' times; ages count from here
 * @param inputs what went into it
 * @param masters the masters that calibrated its inputs
 * @param products the files made
 * @param quality statistics of the result
 * @param flags what is odd about it
 * @param worker who did it
 * @param took seconds of work
 * @param checks what came of the quality checks
 * @param good whether no check that matters failed; empty where none could be made
 */
public record MasterBuilt(
        MasterId master,
        String unit,
        MasterKind kind,
        String set,
        int version,
        Optional<LocalDate> night,
        Instant at,
        String task,
        int attempt,
        Configuration configuration,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        Instant middle,
        List<MasterInput> inputs,
        List<MasterUsed> masters,
        List<Product> products,
        Map<String, Double> quality,
        List<String> flags,
        String worker,
        Duration took,
        List<CheckResult> checks,
        Optional<Boolean> good)
        implements MasterEvent {
    public MasterBuilt {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(exposureTime, "exposureTime");
        Objects.requireNonNull(middle, "middle");
        inputs = List.copyOf(inputs);
        masters = List.copyOf(masters);
        products = List.copyOf(products);
        quality = Map.copyOf(quality);
        flags = List.copyOf(flags);
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(took, "took");
        checks = List.copyOf(checks);
        Objects.requireNonNull(good, "good");
    }

    /** A master that was not checked. */
    public MasterBuilt(
            MasterId master,
            String unit,
            MasterKind kind,
            String set,
            int version,
            Optional<LocalDate> night,
            Instant at,
            String task,
            int attempt,
            Configuration configuration,
            Optional<String> filter,
            Optional<Duration> exposureTime,
            Instant middle,
            List<MasterInput> inputs,
            List<MasterUsed> masters,
            List<Product> products,
            Map<String, Double> quality,
            List<String> flags,
            String worker,
            Duration took) {
        this(
                master,
                unit,
                kind,
                set,
                version,
                night,
                at,
                task,
                attempt,
                configuration,
                filter,
                exposureTime,
                middle,
                inputs,
                masters,
                products,
                quality,
                flags,
                worker,
                took,
                List.of(),
                Optional.empty());
    }
}
