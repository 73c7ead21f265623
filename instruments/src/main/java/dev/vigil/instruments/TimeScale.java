package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a header counts time, and what that is in UTC. */
enum TimeScale {
    UTC,
    TAI,
    TT,
    GPS;

    private static final Duration TT_MINUS_TAI = Duration.ofMillis(32_184);
    private static final Duration TAI_MINUS_GPS = Duration.ofSeconds(19);

    /** TAI − UTC from each instant (given in UTC) on, newest first; before 1999 the oldest is taken. */
    private static final List<Leap> LEAPS = List.of(
            new Leap(Instant.parse("2017-01-01T00:00:00Z"), 37),
            new Leap(Instant.parse("2015-07-01T00:00:00Z"), 36),
            new Leap(Instant.parse("2012-07-01T00:00:00Z"), 35),
            new Leap(Instant.parse("2009-01-01T00:00:00Z"), 34),
            new Leap(Instant.parse("2006-01-01T00:00:00Z"), 33),
            new Leap(Instant.parse("1999-01-01T00:00:00Z"), 32));

    /** The scale of a TIMESYS value; empty for one that cannot be turned into UTC without more knowledge. */
    static Optional<TimeScale> ofWord(String word) {
        return switch (word.strip().toUpperCase(Locale.ROOT)) {
            case "UTC", "UT", "UT1", "GMT", "Z" -> Optional.of(UTC);
            case "TAI" -> Optional.of(TAI);
            case "TT", "TDT", "ET" -> Optional.of(TT);
            case "GPS" -> Optional.of(GPS);
            default -> Optional.empty();
        };
    }

    Instant toUtc(Instant read) {
        return switch (this) {
            case UTC -> read;
            case TAI -> fromTai(read);
            case TT -> fromTai(read.minus(TT_MINUS_TAI));
            case GPS -> fromTai(read.plus(TAI_MINUS_GPS));
        };
    }

    static Duration taiMinusUtc(Instant utc) {
        return LEAPS.stream()
                .filter(leap -> !utc.isBefore(leap.from()))
                .findFirst()
                .orElse(LEAPS.get(LEAPS.size() - 1))
                .offset();
    }

    private static Instant fromTai(Instant tai) {
        Instant nearly = tai.minus(taiMinusUtc(tai));
        return tai.minus(taiMinusUtc(nearly));
    }

    private record Leap(Instant from, long seconds) {
        Duration offset() {
            return Duration.ofSeconds(seconds);
        }
    }
}
