package dev.vigil.schemas.events;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Combine calibration frames.
 *
 * @param master the master's id
 * @param unit the unit
 * @param kind its kind
 * @param set the calibration set
 * @param version of the set's masters
 * @param night the night of the inputs
 * @param configuration what the inputs agree in
 * @param filter the filter, for a flat
 * @param exposureTime the exposure time, for a dark
 * @param inputs what to combine
 * @param masters the masters that calibrate the inputs
 * @param minimum inputs needed after rejection
 * @param before the file that it was, where the very same is wanted again
 */
public record BuildMaster(
        MasterId master,
        String unit,
        MasterKind kind,
        String set,
        int version,
        Optional<LocalDate> night,
        Configuration configuration,
        Optional<String> filter,
        Optional<Duration> exposureTime,
        List<CalibrationInput> inputs,
        List<ChosenMaster> masters,
        int minimum,
        Optional<StoredFile> before)
        implements Work {
    public BuildMaster {
        Objects.requireNonNull(master, "master");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(night, "night");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(exposureTime, "exposureTime");
        inputs = List.copyOf(inputs);
        masters = List.copyOf(masters);
        Objects.requireNonNull(before, "before");
    }
}
