package dev.vigil.instruments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** How a camera's nights are counted: which night an instant belongs to, and when that night rolls over. */
enum NightRule {
    /** From local noon to local noon, by mean solar time at the site. */
    SOLAR_NOON("solar-noon") {
        @Override
        Optional<Duration> shift(Instant start, Optional<Double> longitude) {
            return longitude.map(degrees ->
                    Duration.ofSeconds(Math.round(normal(degrees) * 240)).minus(HALF_DAY));
        }
    },
    /** The UTC date. */
    UTC_DATE("utc-date") {
        @Override
        Optional<Duration> shift(Instant start, Optional<Double> longitude) {
            return Optional.of(Duration.ZERO);
        }
    },
    /** The date of TAI less twelve hours. */
    TAI_MINUS_TWELVE_HOURS("tai-12h") {
        @Override
        Optional<Duration> shift(Instant start, Optional<Double> longitude) {
            return Optional.of(TimeScale.taiMinusUtc(start).minus(HALF_DAY));
        }
    },
    /** Only the folder says it. */
    FOLDER("folder") {
        @Override
        Optional<Duration> shift(Instant start, Optional<Double> longitude) {
            return Optional.empty();
        }
    };

    private static final Duration HALF_DAY = Duration.ofHours(12);

    private final String word;

    NightRule(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What to add to UTC so that the date is the night; empty where the rule cannot say. */
    abstract Optional<Duration> shift(Instant start, Optional<Double> longitude);

    Optional<LocalDate> nightOf(Instant start, Optional<Double> longitude) {
        return shift(start, longitude).map(shift -> dateOf(start.plus(shift)));
    }

    /** How far an instant is from the nearest change of night. */
    Optional<Duration> fromRoll(Instant start, Optional<Double> longitude) {
        return shift(start, longitude).map(shift -> {
            Duration intoDay = Duration.ofSeconds(Math.floorMod(
                    start.plus(shift).getEpochSecond(), Duration.ofDays(1).toSeconds()));
            Duration left = Duration.ofDays(1).minus(intoDay);
            return intoDay.compareTo(left) < 0 ? intoDay : left;
        });
    }

    /** Just east of the date line it is noon when UTC is at midnight: a night is over everywhere a day after its date in UTC. */
    static LocalDate earliestNight(Instant now) {
        return dateOf(now.minus(Duration.ofDays(1)));
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** East longitudes may be given up to 360°; local time wants −180° to 180°. */
    private static double normal(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees;
    }
}
