package dev.vigil.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines up columns for a terminal: texts to the left, numbers to the right. */
public final class Table {
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        this.heads = List.of(heads);
    }

    /** Adds a row. */
    public Table row(Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** The lines, the heads first. */
    public List<String> lines() {
        int[] widths = IntStream.range(0, heads.size()).map(this::width).toArray();
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int width(int column) {
        return Math.max(
                heads.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> isNumber(i)
                        ? " ".repeat(widths[i] - cells.get(i).length()) + cells.get(i)
                        : padded(cells.get(i), widths[i]))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private boolean isNumber(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches("[0-9.,]*|-"));
    }
}
