package dev.vigil.cli;

import dev.vigil.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that knows what {@link Terminal} says to one: it shows what a person would see. */
public final class Screen {
    private static final Pattern PIECE = Pattern.compile("\033\\[(\\??)(\\d*)([A-Za-z])|\r|\n|[^\033\r\n]");

    private final int width;
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private boolean wraps = true;

    public Screen(int width) {
        this.width = width;
    }

    /** Shows what was written. */
    public Screen write(String text) {
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group(3) != null) {
                obey(piece.group(3) + piece.group(1), piece.group(2).isEmpty() ? 0 : Integer.parseInt(piece.group(2)));
            } else {
                put(piece.group().charAt(0));
            }
        }
        return this;
    }

    /** What is seen, without the empty rows at the end. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(
                rows.stream().map(each -> each.toString().stripTrailing()).toList());
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    public boolean wraps() {
        return wraps;
    }

    private void obey(String order, int number) {
        switch (order) {
            case "A" -> row = Math.max(0, row - number);
            case "K" -> rows.get(row).setLength(Math.min(rows.get(row).length(), column));
            case "J" -> {
                rows.get(row).setLength(Math.min(rows.get(row).length(), column));
                rows.subList(row + 1, rows.size()).clear();
            }
            case "h?" -> wraps = true;
            case "l?" -> wraps = false;
            default -> throw new IllegalArgumentException("no terminal knows " + order);
        }
    }

    private void put(char letter) {
        if (letter == '\r') {
            column = 0;
        } else if (letter == '\n') {
            down();
        } else {
            write(letter);
        }
    }

    private void write(char letter) {
        if (column == width && wraps) {
            down();
        }
        int at = Math.min(column, width - 1);
        StringBuilder line = rows.get(row);
        line.append(" ".repeat(Math.max(0, at + 1 - line.length())));
        line.setCharAt(at, letter);
        column = at + 1;
    }

    private void down() {
        column = 0;
        row++;
        if (row == rows.size()) {
            rows.add(new StringBuilder());
        }
    }
}
