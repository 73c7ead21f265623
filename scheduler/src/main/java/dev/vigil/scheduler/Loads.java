package dev.vigil.scheduler;

import dev.vigil.scheduler.state.Load;
import dev.vigil.scheduler.state.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows how many tasks are queued and out, and how many frames and masters wait: by unit, and by desk and lane. */
final class Loads {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final MultiGauge queued;
    private final MultiGauge out;
    private final MultiGauge waiting;
    private final Map<String, List<Load>> loads = new HashMap<>();
    private final Map<String, Map<String, Long>> waits = new HashMap<>();
    private final Map<String, Instant> counted = new HashMap<>();

    Loads(MeterRegistry meters) {
        queued = gauge(meters, "vigil_scheduler_queued_tasks", "Tasks that may go out and have no place yet");
        out = gauge(meters, "vigil_scheduler_out_tasks", "Tasks that are out");
        waiting = gauge(meters, "vigil_scheduler_waiting", "Frames and masters that wait for a named thing");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String about) {
        return MultiGauge.builder(name).description(about).register(meters);
    }

    /** Counts what a partition holds, unless it was just counted: then it says when to come again. */
    synchronized Optional<Instant> update(String partition, State state, Instant now) {
        Instant next = counted.getOrDefault(partition, Instant.EPOCH).plus(EVERY);
        if (next.isAfter(now)) {
            return Optional.of(next);
        }
        counted.put(partition, now);
        loads.put(partition, state.tasks().loads());
        waits.put(partition, state.waits().countByUnit());
        show();
        return Optional.empty();
    }

    /** What a partition held when it was counted last. */
    synchronized List<Load> of(String partition) {
        return loads.getOrDefault(partition, List.of());
    }

    /** Shows a partition no more, because it went to another process. */
    synchronized void forget(String partition) {
        counted.remove(partition);
        loads.remove(partition);
        waits.remove(partition);
        show();
    }

    private void show() {
        List<MultiGauge.Row<?>> queuedRows = new ArrayList<>();
        List<MultiGauge.Row<?>> outRows = new ArrayList<>();
        List<MultiGauge.Row<?>> waitingRows = new ArrayList<>();
        loads.values().stream().flatMap(List::stream).forEach(load -> {
            queuedRows.add(MultiGauge.Row.of(tags(load), load.queued()));
            outRows.add(MultiGauge.Row.of(tags(load), load.out()));
        });
        waits.values()
                .forEach(units -> units.forEach(
                        (unit, count) -> waitingRows.add(MultiGauge.Row.of(Tags.of("unit", unit), count))));
        queued.register(queuedRows, true);
        out.register(outRows, true);
        waiting.register(waitingRows, true);
    }

    private static Tags tags(Load load) {
        return Tags.of(
                "unit", load.unit(),
                "desk", load.desk().name().toLowerCase(Locale.ROOT),
                "lane", load.lane().name().toLowerCase(Locale.ROOT));
    }
}
