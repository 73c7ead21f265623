package dev.vigil.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigil.cli.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void linesAreDrawnWhereThoseBeforeWere() {
        Terminal terminal = terminal(true, 40);
        terminal.line("demo");
        terminal.redraw(List.of("a longer first line", "second", "third"));
        terminal.redraw(List.of("first", "2nd"));
        assertThat(seen(40).lines()).containsExactly("demo", "first", "2nd");
    }

    @Test
    void aLineThatIsTooWideLeavesNothingBehind() {
        Terminal terminal = terminal(true, 10);
        terminal.redraw(List.of("0123456789 and more than that", "below"));
        terminal.redraw(List.of("0123456789 and more than that", "below"));
        terminal.redraw(List.of("short", "below"));
        assertThat(seen(10).lines()).containsExactly("short", "below");
        assertThat(seen(10).wraps()).isTrue();
    }

    @Test
    void drawingNothingClearsWhatWasDrawn() {
        Terminal terminal = terminal(true, 40);
        terminal.redraw(List.of("one", "two"));
        terminal.redraw(List.of());
        terminal.line("the end");
        assertThat(seen(40).lines()).containsExactly("the end");
    }

    @Test
    void aLineInPlaceThatIsTooWideStaysOneLine() {
        Terminal terminal = terminal(true, 10);
        terminal.sameLine("0123456789 and more than that");
        terminal.sameLine("done");
        terminal.line("after");
        assertThat(seen(10).lines()).containsExactly("after");
    }

    @Test
    void whereNobodyWatchesNothingButTheLinesIsWritten() {
        Terminal terminal = terminal(false, Integer.MAX_VALUE);
        terminal.redraw(List.of("one", "two"));
        terminal.line("three");
        assertThat(text()).isEqualTo(String.format("one%ntwo%nthree%n"));
    }

    @Test
    void theShellSaysHowWideTheTerminalIs() {
        assertThat(Columns.measured(Columns.printedBy("echo 24 80"))).hasValue(80);
        assertThat(Columns.said(Map.of("COLUMNS", "132"))).hasValue(132);
    }

    @Test
    void aTerminalThatDoesNotKnowItsWidthLimitsNothing() {
        assertThat(Columns.measured("0 0\n")).isEmpty();
        assertThat(Columns.measured(Columns.printedBy("exit 1"))).isEmpty();
        assertThat(Columns.said(Map.of())).isEmpty();
        assertThat(Columns.said(Map.of("COLUMNS", "wide"))).isEmpty();
    }

    private Terminal terminal(boolean interactive, int width) {
        return new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), interactive, width);
    }

    private Screen seen(int width) {
        return new Screen(width).write(text());
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
