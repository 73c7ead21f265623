package dev.vigil.common.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a unit's files may be transferred.
 *
 * @param afterNight whether only once the night that they were taken in is over
 * @param closed the time of day in which nothing is transferred
 */
public record Hours(boolean afterNight, Optional<Closed> closed) {
    /** At any time. */
    public static final Hours ANY = new Hours(false, Optional.empty());

    /** Once the night is over. */
    public static final Hours AFTER_NIGHT = new Hours(true, Optional.empty());

    private static final Pattern NOT = Pattern.compile("not\\s+(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)\\s+(\\S+)");

    public Hours {
        Objects.requireNonNull(closed, "closed");
    }

    /**
     * A time of day at a place, which may go over midnight.
     *
     * @param from its beginning
     * @param to its end
     * @param zone the place's time zone
     */
    public record Closed(LocalTime from, LocalTime to, ZoneId zone) {
        public Closed {
            Objects.requireNonNull(zone, "zone");
            if (from.equals(to)) {
                throw new IllegalArgumentException("from " + from + " to " + to + " is no time");
            }
        }

        private boolean contains(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean notOver = time.isBefore(to);
            return from.isBefore(to) ? begun && notOver : begun || notOver;
        }

        private Optional<Instant> end(Instant now) {
            ZonedDateTime there = now.atZone(zone);
            if (!contains(there.toLocalTime())) {
                return Optional.empty();
            }
            ZonedDateTime end = there.toLocalDate().atTime(to).atZone(zone);
            return Optional.of((end.isAfter(there) ? end : end.plusDays(1)).toInstant());
        }
    }

    /** Reads {@code any}, {@code after-night} or {@code not 18:00-06:00 Pacific/Honolulu}. */
    public static Hours parse(String text) {
        return switch (text.strip()) {
            case "any" -> ANY;
            case "after-night" -> AFTER_NIGHT;
            default -> new Hours(false, Optional.of(closed(text.strip())));
        };
    }

    private static Closed closed(String text) {
        Matcher matcher = NOT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no hours");
        }
        try {
            return new Closed(
                    LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)), ZoneId.of(matcher.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Until when nothing is transferred; empty when now is no such time. */
    public Optional<Instant> closedUntil(Instant now) {
        return closed.flatMap(times -> times.end(now));
    }

    @Override
    public String toString() {
        return closed.map(times -> "not " + times.from() + "-" + times.to() + " " + times.zone())
                .orElse(afterNight ? "after-night" : "any");
    }
}
