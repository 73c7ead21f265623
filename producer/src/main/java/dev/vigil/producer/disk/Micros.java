package dev.vigil.producer.disk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as events say them, in whole microseconds since 1970, so that a file equals its own announcement. */
public final class Micros {
    private static final long SECOND = 1_000_000;
    /** A disk may give a file any time at all; what no event can say is the last time that one can. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / SECOND - 1;

    private Micros() {}

    public static long of(Instant time) {
        long seconds = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, time.getEpochSecond()));
        return seconds * SECOND + time.getNano() / 1000;
    }

    public static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
