package dev.vigil.bench.truth;

import dev.vigil.imaging.OutputHdu;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Columns of the tables that other programs are given. */
final class Columns {
    private Columns() {}

    /** One number of each thing. */
    static <T> OutputHdu.Column of(String name, String unit, List<T> rows, ToDoubleFunction<T> value) {
        return OutputHdu.Column.doubles(
                name, unit, rows.stream().mapToDouble(value).toArray());
    }
}
