package dev.vigil.bench;

import dev.vigil.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** What each race brought. */
record PeersReport(Machine machine, int size, int rounds, List<Race.Result> results) {
    PeersReport {
        results = List.copyOf(results);
    }

    boolean isMissed() {
        return results.stream().anyMatch(Race.Result::isMissed);
    }

    List<String> lines() {
        Table table = new Table("seconds of CPU", "Vigil", "program", "library", "not more than the program");
        results.forEach(result -> table.row(result.cells()));
        List<String> lines = new ArrayList<>(machine.lines());
        lines.add("a frame of %d x %d, 16 bits; medians of %d turns; what the JVM spends on compiling is counted"
                .formatted(size, size, rounds));
        lines.add("");
        lines.addAll(table.lines());
        return lines;
    }
}
