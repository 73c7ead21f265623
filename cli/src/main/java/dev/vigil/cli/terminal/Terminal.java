package dev.vigil.cli.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.List;

/** Writes lines that change in place on a terminal, and plain lines now and then elsewhere. */
public final class Terminal {
    private static final String UP = "\033[%dA\r";
    private static final String CLEAR_REST = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";
    private static final String CLEAR_LINE = "\r\033[K";
    // A line that wraps takes two, and the next drawing would begin too low. Cut at the edge, it takes one.
    private static final String CUT_AT_THE_EDGE = "\033[?7l";
    private static final String WRAP_AGAIN = "\033[?7h";

    private final PrintStream out;
    private final boolean interactive;
    private final int width;
    private int drawn;

    public Terminal(PrintStream out) {
        this(out, isTerminal());
    }

    private Terminal(PrintStream out, boolean interactive) {
        this(out, interactive, interactive ? Columns.ofThisTerminal() : Integer.MAX_VALUE);
    }

    Terminal(PrintStream out, boolean interactive, int width) {
        this.out = out;
        this.interactive = interactive;
        this.width = width;
    }

    /** Whether a person watches. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Columns of a line, or more than any line has when nobody watches. */
    public int width() {
        return width;
    }

    /** Draws lines where those drawn before were. */
    public void redraw(List<String> lines) {
        if (interactive) {
            drawInPlace(lines);
        } else {
            lines.forEach(out::println);
        }
        out.flush();
        drawn = lines.size();
    }

    /** In one piece, over what is there, so that nothing flickers. */
    private void drawInPlace(List<String> lines) {
        StringBuilder text = new StringBuilder(CUT_AT_THE_EDGE);
        if (drawn > 0) {
            text.append(String.format(UP, drawn));
        }
        lines.forEach(line -> text.append(line).append(CLEAR_REST).append(System.lineSeparator()));
        out.print(text.append(CLEAR_BELOW).append(WRAP_AGAIN));
    }

    /** Overwrites the line that the cursor stands in. */
    public void sameLine(String line) {
        out.print(CUT_AT_THE_EDGE + CLEAR_LINE + line + WRAP_AGAIN);
        out.flush();
    }

    /** Writes a line that stays. */
    public void line(String line) {
        if (interactive) {
            out.print(CLEAR_LINE);
        }
        out.println(line);
        out.flush();
        drawn = 0;
    }

    /** From Java 22 a console is there even when nobody watches; it can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            Method ask = Console.class.getMethod("isTerminal");
            return (Boolean) ask.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
