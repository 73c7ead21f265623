package dev.vigil.auditor;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own: first after a rest, and each time with a rest between. What cannot be reached is
 * tried again in the next turn.
 */
final class Turns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final String name;
    private final Turn turn;
    private final ScheduledExecutorService thread;

    /** What is done in each turn. */
    interface Turn {
        void take() throws IOException, InterruptedException;
    }

    private Turns(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "auditor-" + name));
    }

    static Turns start(String name, Duration first, Duration every, Turn turn) {
        Turns turns = new Turns(name, turn);
        turns.thread.scheduleWithFixedDelay(turns::take, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return turns;
    }

    private void take() {
        try {
            turn.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the {} could not go on, and tries again in its next turn: {}", name, e.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
