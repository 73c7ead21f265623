package dev.vigil.cli.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far something is: a share and the time that is left, and, where somebody watches, a bar that fills. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final String what;
    private final long of;
    private final Terminal terminal;
    private final Clock clock;
    private final Instant start;
    private Instant said = Instant.EPOCH;
    private long shown;

    public ProgressBar(String what, long of, Terminal terminal, Clock clock) {
        this.what = what;
        this.of = of;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Shows that so much is done. */
    public void show(long done) {
        if (terminal.isInteractive()) {
            terminal.sameLine(text(done));
        } else if (done > shown) {
            sayNowAndThen(done);
        }
    }

    private void sayNowAndThen(long done) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(SILENCE) > 0 || done == of) {
            said = now;
            shown = done;
            terminal.line(text(done));
        }
    }

    /** Leaves the bar as it is. */
    public void end() {
        if (terminal.isInteractive()) {
            terminal.line(text(of));
        }
    }

    /** How it stands when so much is done. A bar that does not move is no use in a file. */
    public String text(long done) {
        return what + " " + (terminal.isInteractive() ? bar(done) : "") + done + " of " + of + left(done);
    }

    private String bar(long done) {
        int filled = (int) (of == 0 ? WIDTH : Math.min(WIDTH, WIDTH * done / of));
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] ";
    }

    private String left(long done) {
        if (done <= 0 || done >= of) {
            return "";
        }
        double elapsed = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        long seconds = Math.round(elapsed * (of - done) / done);
        return seconds < 60 ? ", " + seconds + " s left" : ", " + seconds / 60 + " min " + seconds % 60 + " s left";
    }
}
