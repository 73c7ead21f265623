package dev.vigil.allinone;

import dev.vigil.cli.nights.Night;
import dev.vigil.cli.nights.NightTable;
import dev.vigil.cli.nights.Nights;
import dev.vigil.cli.terminal.ProgressBar;
import dev.vigil.cli.terminal.Terminal;
import dev.vigil.common.run.StopSignal;
import dev.vigil.simulator.NightPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The live table of a demo: stages across, a bar and what is left. */
final class DemoView {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final NightPlan plan;
    private final int frames;
    private final Terminal terminal;
    private final Clock clock;
    private final ProgressBar bar;
    private String said = "";
    private Instant saidAt = Instant.EPOCH;
    private Instant moved;
    private String last = "";

    DemoView(NightPlan plan, int frames, Terminal terminal, Clock clock) {
        this.plan = plan;
        this.frames = frames;
        this.terminal = terminal;
        this.clock = clock;
        this.bar = new ProgressBar("accounted for", frames, terminal, clock);
        this.moved = clock.instant();
    }

    /** Shows the night until all of it is settled, somebody stops, or nothing has moved for long. */
    void untilSettled(Nights nights, Camera camera, StopSignal stop) {
        Optional<Night> night = Optional.empty();
        while (!stop.isStopping() && !isSettled(night) && !isStuck(night, camera)) {
            nights.refresh(STEP);
            night = nights.all().stream().filter(this::isOurs).findFirst();
            show(night, camera);
        }
        if (terminal.isInteractive()) {
            terminal.redraw(List.of());
        }
    }

    private boolean isOurs(Night night) {
        return night.unit().equals(plan.unit())
                && night.night().equals(plan.night().toString());
    }

    private boolean isSettled(Optional<Night> night) {
        return night.filter(found -> found.complete() && found.settled() == frames)
                .isPresent();
    }

    private boolean isStuck(Optional<Night> night, Camera camera) {
        String now = night.map(found -> found.json().toString()).orElse("") + camera.written();
        if (!now.equals(last)) {
            last = now;
            moved = clock.instant();
        }
        return Duration.between(moved, clock.instant()).compareTo(PATIENCE) > 0;
    }

    private void show(Optional<Night> night, Camera camera) {
        if (terminal.isInteractive()) {
            List<String> lines = new ArrayList<>(night.map(found -> NightTable.lines(List.of(found), terminal.width()))
                    .orElse(List.of()));
            lines.add("written by the camera: " + camera.written() + " of " + frames);
            lines.add(bar(night));
            terminal.redraw(lines);
        } else {
            sayNowAndThen(night);
        }
    }

    private String bar(Optional<Night> night) {
        return bar.text(night.map(Night::settled).orElse(0L));
    }

    private void sayNowAndThen(Optional<Night> night) {
        Instant now = clock.instant();
        if (!bar(night).equals(said) && Duration.between(saidAt, now).compareTo(SILENCE) > 0) {
            said = bar(night);
            saidAt = now;
            terminal.line(said);
        }
    }
}
