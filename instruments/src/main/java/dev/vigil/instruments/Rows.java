package dev.vigil.instruments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table in a text file: commas between the columns, remarks behind {@code #}, no heading. */
record Rows(Path file, List<String> lines) {
    static Rows of(Path file) {
        try {
            return new Rows(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("names a table that cannot be read: " + unreadable, unreadable);
        }
    }

    /** One thing of each row; what is missing at its end is empty, and what is wrong with it is said with its line. */
    <T> List<T> each(int columns, Function<List<String>, T> read) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                all.add(one(i + 1, cells(line, columns), read));
            }
        }
        return all;
    }

    private static List<String> cells(String line, int columns) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.strip());
        }
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private <T> T one(int line, List<String> cells, Function<List<String>, T> read) {
        try {
            return read.apply(cells);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "is wrong in line " + line + " of " + file.getFileName() + ": " + wrong.getMessage(), wrong);
        }
    }
}
