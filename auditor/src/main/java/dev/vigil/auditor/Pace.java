package dev.vigil.auditor;

import java.time.Duration;

/** Says how long to rest, so that no more bytes are read in a second than are allowed. It keeps no debt over a long rest. */
final class Pace {
    private static final double NANOS = 1e9;
    private static final long MOST_AHEAD = 1_000_000_000L;

    private final double nanosPerByte;
    private long next;

    Pace(long bytesPerSecond, long now) {
        this.nanosPerByte = NANOS / bytesPerSecond;
        this.next = now;
    }

    /** So many bytes were read now, on a clock of nanoseconds. */
    Duration restAfter(long bytes, long now) {
        next = Math.max(next, now - MOST_AHEAD) + Math.round(bytes * nanosPerByte);
        return Duration.ofNanos(Math.max(0, next - now));
    }
}
