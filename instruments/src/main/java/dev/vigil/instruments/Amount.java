package dev.vigil.instruments;

import java.time.Duration;

/** Says in words how far two times are apart. */
final class Amount {
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    /** Within so much a difference is one of whole hours, as between a local time and UTC. */
    private static final long NEARLY = 120;

    private Amount() {}

    /** The two largest units: {@code 4 h 43 min}. */
    static String of(Duration time) {
        long seconds = time.abs().toSeconds();
        if (seconds >= DAY) {
            return seconds / DAY + " d " + seconds % DAY / HOUR + " h";
        }
        if (seconds >= HOUR) {
            return seconds / HOUR + " h " + seconds % HOUR / 60 + " min";
        }
        return seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }

    /** The same, and what whole hours may mean. */
    static String withCause(Duration time) {
        return wholeHours(time) == 0 ? of(time) : of(time) + ", whole hours as between a local time and UTC";
    }

    /** How many whole hours it nearly is, for as many as there are between two places on Earth; else 0. */
    static long wholeHours(Duration time) {
        long seconds = time.abs().toSeconds();
        long hours = Math.round((double) seconds / HOUR);
        return hours <= 14 && Math.abs(seconds - hours * HOUR) <= NEARLY ? hours : 0;
    }
}
