package dev.vigil.reduction.references.tables;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/**
 * A table as text: comma, tabulator, semicolon or bar between the values, or blanks; lines that begin with # are comments. VizieR's
 * lines of units and dashes are understood. Where the first line is numbers only, columns are called by their numbers from 1.
 */
final class TextTable implements Table {
    private static final Set<String> NOTHING = Set.of("", "null", "nan", "none", "--", "-", "n/a", "\\n");
    private static final char BLANKS = ' ';
    private static final String DELIMITERS = "|\t;,";

    private final Path file;
    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<Column> columns;
    private final char delimiter;
    private List<String> values = List.of();
    private long line;

    TextTable(Path file, InputStream plain) throws IOException {
        this.file = file;
        this.reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
        String first = nextLine();
        if (first.isEmpty()) {
            throw new BadTableException(file, "it is empty");
        }
        this.delimiter = delimiterOf(first);
        this.columns = columns(first);
    }

    private static char delimiterOf(String first) {
        return (char) DELIMITERS
                .chars()
                .filter(each -> first.indexOf(each) >= 0)
                .findFirst()
                .orElse(BLANKS);
    }

    private List<Column> columns(String first) throws IOException {
        List<String> heads = split(first);
        if (heads.stream().allMatch(TextTable::isNumberOrNothing)) {
            ahead.push(first);
            line--;
            return IntStream.rangeClosed(1, heads.size())
                    .mapToObj(number -> new Column(Integer.toString(number), ""))
                    .toList();
        }
        List<String> units = units(heads.size());
        return IntStream.range(0, heads.size())
                .mapToObj(i -> new Column(heads.get(i), units.isEmpty() ? "" : units.get(i)))
                .toList();
    }

    /** VizieR writes units below the heads, and dashes below these. */
    private List<String> units(int columns) throws IOException {
        String second = nextLine();
        String third = nextLine();
        boolean dashes =
                !third.isBlank() && third.chars().allMatch(each -> each == '-' || each == delimiter || each == ' ');
        if (dashes) {
            List<String> units = new ArrayList<>(split(second));
            while (units.size() < columns) {
                units.add("");
            }
            return units;
        }
        List.of(third, second).stream().filter(each -> !each.isEmpty()).forEach(each -> {
            ahead.push(each);
            line--;
        });
        return List.of();
    }

    private static boolean isNumberOrNothing(String value) {
        try {
            return isNothing(value) || !Double.isNaN(Double.parseDouble(value));
        } catch (NumberFormatException word) {
            return value.matches("[0-9 ]*|[A-Z ]");
        }
    }

    /** The next line that is no comment; empty at the end. */
    private String nextLine() throws IOException {
        try {
            while (true) {
                String text = ahead.isEmpty() ? reader.readLine() : ahead.pop();
                if (text == null) {
                    return "";
                }
                line++;
                if (!text.isBlank() && text.charAt(0) != '#') {
                    return text;
                }
            }
        } catch (EOFException | ZipException damaged) {
            throw new BadTableException(file, place(), "the compressed text is damaged or cut short");
        }
    }

    private List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == delimiter && !quoted) {
                addPart(text, start, i, parts);
                start = i + 1;
            }
        }
        addPart(text, start, text.length(), parts);
        return parts;
    }

    private void addPart(String text, int start, int end, List<String> parts) {
        String part = text.substring(start, end).strip();
        boolean quoted = part.length() > 1 && part.charAt(0) == '"' && part.endsWith("\"");
        if (delimiter != BLANKS || !part.isEmpty()) {
            parts.add(quoted ? part.substring(1, part.length() - 1).strip() : part);
        }
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public boolean next() throws IOException {
        String text = nextLine();
        if (text.isEmpty()) {
            return false;
        }
        values = split(text);
        if (values.size() != columns.size()) {
            throw new BadTableException(
                    file, place(), "it has " + values.size() + " values for " + columns.size() + " columns");
        }
        return true;
    }

    @Override
    public double number(int column) throws IOException {
        String value = values.get(column);
        try {
            return isNothing(value) ? Double.NaN : Double.parseDouble(value);
        } catch (NumberFormatException word) {
            throw new BadTableException(
                    file,
                    place(),
                    "'" + value + "' in column " + columns.get(column).name() + " is no number");
        }
    }

    private static boolean isNothing(String value) {
        return value.length() <= 4 && NOTHING.contains(value.toLowerCase(Locale.ROOT));
    }

    @Override
    public String place() {
        return "line " + line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
