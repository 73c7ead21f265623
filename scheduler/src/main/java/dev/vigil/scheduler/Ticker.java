package dev.vigil.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Rings when something is due and only then: a regular tick would make Kafka Streams commit even when nothing happens. */
final class Ticker {
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final ProcessorContext<?, ?> context;
    private final Runnable tick;
    private Optional<Cancellable> scheduled = Optional.empty();
    private Instant due = Instant.MAX;

    Ticker(ProcessorContext<?, ?> context, Runnable tick) {
        this.context = context;
        this.tick = tick;
    }

    /** Makes sure that it rings no later than then. */
    void next(Instant now, Optional<Instant> when) {
        when.filter(time -> time.isBefore(due)).ifPresent(time -> schedule(now, time));
    }

    private void schedule(Instant now, Instant time) {
        scheduled.ifPresent(Cancellable::cancel);
        Duration wait = Duration.between(now, time);
        due = time;
        scheduled = Optional.of(once(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait, this::ring));
    }

    private void ring() {
        scheduled = Optional.empty();
        due = Instant.MAX;
        tick.run();
    }

    /** Does something once, after a while. */
    Cancellable once(Duration wait, Runnable deed) {
        Cancellable[] self = new Cancellable[1];
        self[0] = context.schedule(wait, PunctuationType.WALL_CLOCK_TIME, time -> {
            self[0].cancel();
            deed.run();
        });
        return self[0];
    }
}
