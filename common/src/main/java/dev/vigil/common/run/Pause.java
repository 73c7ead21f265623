package dev.vigil.common.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, up to a limit, with some chance in it so that many do not try at once. */
public final class Pause {
    private final Duration first;
    private final Duration longest;
    private int tries;

    public Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The next wait. */
    public Duration next() {
        double doubled = first.toMillis() * Math.pow(2, Math.min(tries++, 30));
        double limited = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(
                Math.round(limited * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    /** Waits that long. */
    public void sleep() throws InterruptedException {
        Thread.sleep(next().toMillis());
    }

    /** Starts over, after a success. */
    public void reset() {
        tries = 0;
    }
}
