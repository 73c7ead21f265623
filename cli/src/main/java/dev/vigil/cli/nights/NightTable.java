package dev.vigil.cli.nights;

import dev.vigil.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Nights as a table: the stages across, and then what is not on its way. */
public final class NightTable {
    private static final List<Column> NAMES =
            List.of(new Column("night", Night::night), new Column("unit", Night::unit));
    private static final List<Column> STAGES =
            List.of(count("seen"), count("announced"), count("transferred"), count("reduced"), count("recorded"));
    private static final List<Column> FATES = List.of(
            count("failed"),
            count("waiting"),
            count("stalled"),
            count("excluded"),
            new Column("on the way", night -> night.count("onTheWay")),
            new Column("complete", night -> night.complete() ? "yes" : "no"));

    /** Most cameras' numbers have no gap, and many cameras count nothing. */
    private static final Column MISSING = count("missing");

    private NightTable() {}

    private record Column(String head, Function<Night, Object> value) {}

    private static Column count(String name) {
        return new Column(name, night -> night.count(name));
    }

    /** The lines of the table; where they are too wide, of two tables, one below the other. */
    public static List<String> lines(List<Night> nights, int width) {
        List<Column> stages = stages(nights);
        List<String> whole = table(nights, List.of(NAMES, stages, FATES));
        if (whole.stream().allMatch(line -> line.length() <= width)) {
            return whole;
        }
        List<String> halves = new ArrayList<>(table(nights, List.of(NAMES, stages)));
        halves.add("");
        halves.addAll(table(nights, List.of(NAMES, FATES)));
        return halves;
    }

    private static List<Column> stages(List<Night> nights) {
        boolean isAnyMissing = nights.stream().anyMatch(night -> night.count("missing") > 0);
        return isAnyMissing ? Stream.concat(Stream.of(MISSING), STAGES.stream()).toList() : STAGES;
    }

    private static List<String> table(List<Night> nights, List<List<Column>> groups) {
        List<Column> columns = groups.stream().flatMap(List::stream).toList();
        Table table = new Table(columns.stream().map(Column::head).toArray(String[]::new));
        nights.forEach(night -> table.row(
                columns.stream().map(column -> column.value().apply(night)).toArray()));
        return table.lines();
    }
}
