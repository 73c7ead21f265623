package dev.vigil.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** How many columns the terminal has: Java does not know, but the shell does. */
final class Columns {
    private static final int PATIENCE_SECONDS = 2;

    private Columns() {}

    /** Asks the variable COLUMNS and then the terminal; without an answer, any line is narrow enough. */
    static int ofThisTerminal() {
        return said(System.getenv())
                .orElseGet(() ->
                        measured(printedBy("stty size </dev/tty 2>/dev/null")).orElse(Integer.MAX_VALUE));
    }

    static OptionalInt said(Map<String, String> environment) {
        return number(environment.getOrDefault("COLUMNS", ""));
    }

    /** The second of the two numbers that {@code stty size} prints: rows and columns. A terminal that does not know says 0. */
    static OptionalInt measured(String size) {
        String[] numbers = size.strip().split(" ");
        return numbers.length == 2 ? number(numbers[1]) : OptionalInt.empty();
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** What a shell prints; nothing if it takes long. */
    static String printedBy(String command) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", command).start();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.destroy();
                return "";
            }
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
