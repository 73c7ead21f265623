package dev.vigil.scheduler.policy;

import dev.vigil.common.settings.Hours;
import java.time.Duration;
import java.util.Objects;

/**
 * How the work of one desk is handed out for a unit.
 *
 * @param order which exposure goes first
 * @param limit tasks that may be out at once
 * @param bundle exposures that go together, the next when all of these have come; 0: no bundles
 * @param exposuresPerMinute exposures that may begin in a minute; 0: any number
 * @param bytesPerSecond what may be taken of the line; 0: all of it
 * @param hours when anything may go
 */
public record Habits(Order order, int limit, int bundle, double exposuresPerMinute, long bytesPerSecond, Hours hours) {
    private static final double NANOS_OF_SECOND = 1e9;
    private static final double NANOS_OF_MINUTE = 60e9;

    public Habits {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(hours, "hours");
        if (limit < 1 || bundle < 0 || exposuresPerMinute < 0 || bytesPerSecond < 0) {
            throw new IllegalArgumentException("limit " + limit + ", bundle " + bundle + ", exposures per minute "
                    + exposuresPerMinute + ", bytes per second " + bytesPerSecond);
        }
    }

    /** At any time, as fast as it goes. */
    public static Habits of(Order order, int limit) {
        return new Habits(order, limit, 0, 0, 0, Hours.ANY);
    }

    /** The same on a line that carries so much. */
    public Habits atRate(long bytes) {
        return new Habits(order, limit, bundle, exposuresPerMinute, bytes, hours);
    }

    /** What an exposure takes of the time. */
    public Duration costOfExposure() {
        return exposuresPerMinute == 0 ? Duration.ZERO : nanos(NANOS_OF_MINUTE / exposuresPerMinute);
    }

    /** What so many bytes take of the line's time. */
    public Duration costOfBytes(long bytes) {
        return bytesPerSecond == 0 ? Duration.ZERO : nanos(bytes * NANOS_OF_SECOND / bytesPerSecond);
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }
}
