package dev.vigil.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final SteppedClock clock = new SteppedClock();

    @Test
    void theBarFillsWithWhatIsDone() {
        ProgressBar bar = bar(10, true);
        assertThat(bar.text(0)).isEqualTo("frames [..............................] 0 of 10");
        assertThat(bar.text(5)).startsWith("frames [###############...............] 5 of 10");
        assertThat(bar.text(10)).isEqualTo("frames [##############################] 10 of 10");
    }

    @Test
    void moreThanAllDoesNotOverflowTheBar() {
        assertThat(bar(10, true).text(12)).isEqualTo("frames [##############################] 12 of 10");
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(bar(0, true).text(0)).isEqualTo("frames [##############################] 0 of 0");
    }

    @Test
    void theTimeLeftFollowsFromTheTimeTaken() {
        ProgressBar bar = bar(40, false);
        clock.pass(Duration.ofSeconds(10));
        assertThat(bar.text(10)).endsWith("10 of 40, 30 s left");
        assertThat(bar.text(4)).endsWith("4 of 40, 1 min 30 s left");
        assertThat(bar.text(0)).endsWith("0 of 40");
        assertThat(bar.text(40)).endsWith("40 of 40");
    }

    @Test
    void whereNobodyWatchesALineIsWrittenNowAndThenAndAtTheEnd() {
        ProgressBar bar = bar(4, false);
        bar.show(1);
        bar.show(2);
        clock.pass(Duration.ofSeconds(6));
        bar.show(3);
        bar.show(4);
        bar.end();
        assertThat(shown().lines().map(line -> line.replaceAll(",.*", "")))
                .containsExactly("frames 1 of 4", "frames 3 of 4", "frames 4 of 4");
        assertThat(shown()).doesNotContain("\033");
    }

    @Test
    void whereNobodyWatchesNothingIsSaidOfNothingAndNothingTwice() {
        ProgressBar none = bar(0, false);
        none.show(0);
        none.end();
        assertThat(shown()).isEmpty();
        ProgressBar bar = bar(2, false);
        bar.show(0);
        bar.show(2);
        bar.show(2);
        assertThat(shown()).isEqualTo("frames 2 of 2" + System.lineSeparator());
    }

    @Test
    void onATerminalTheLineIsOverwrittenAndLeftInTheEnd() {
        ProgressBar bar = bar(2, true);
        bar.show(1);
        bar.show(2);
        assertThat(shown()).contains("1 of 2", "2 of 2").doesNotContain(System.lineSeparator());
        bar.end();
        assertThat(shown()).endsWith("2 of 2" + System.lineSeparator());
    }

    private ProgressBar bar(long of, boolean interactive) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new ProgressBar("frames", of, new Terminal(out, interactive, 80), clock);
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** A clock that goes when it is told to. */
    private static final class SteppedClock extends Clock {
        private Instant now = Instant.parse("2026-11-19T22:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
