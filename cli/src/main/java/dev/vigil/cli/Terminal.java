package dev.vigil.cli;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.List;

/** Writes lines that change in place on a terminal, and plain lines now and then elsewhere. */
public final class Terminal {
    private static final String UP_AND_CLEAR = "\033[%dA\r\033[J";
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean interactive;
    private int drawn;

    public Terminal(PrintStream out) {
        this(out, isTerminal());
    }

    Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** Whether a person watches. */
    public boolean isInteractive() {
        return interactive;
    }

    /** Draws lines where those drawn before were. */
    public void redraw(List<String> lines) {
        if (drawn > 0 && interactive) {
            out.printf(UP_AND_CLEAR, drawn);
        }
        lines.forEach(out::println);
        out.flush();
        drawn = lines.size();
    }

    /** Overwrites the line that the cursor stands in. */
    public void sameLine(String line) {
        out.print(CLEAR_LINE + line);
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
