package dev.vigil.instruments;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form of file name, as a pattern with named groups; it must match the whole name. */
record NameForm(Pattern pattern, NamedGroups groups) {
    /** The groups that a pattern may name. */
    static final Set<String> KNOWN = Set.of(
            "unit",
            "type",
            "object",
            "filter",
            "binning",
            "exposure",
            "date",
            "time",
            "seconds",
            "night",
            "number",
            "group");

    /** What the file is called behind the part that tells something: {@code .fits} or {@code .fits.fz}, say. */
    NameForm endingWith(String ending) {
        return of(pattern.pattern() + ending);
    }

    /** Throws for a bad pattern, with the reason in words. */
    static NameForm of(String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return new NameForm(pattern, NamedGroups.of(expression, KNOWN, "a name"));
    }

    Optional<NameFacts> read(String fileName) {
        Matcher matcher = pattern.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new NameFacts(
                true,
                group(matcher, "unit"),
                group(matcher, "type"),
                group(matcher, "object"),
                group(matcher, "filter"),
                group(matcher, "binning"),
                group(matcher, "exposure").flatMap(NameForm::seconds),
                time(matcher),
                group(matcher, "night").map(NameForm::digits).flatMap(NameForm::day),
                group(matcher, "number").flatMap(NameForm::number),
                group(matcher, "group")));
    }

    private Optional<String> group(Matcher matcher, String name) {
        return groups.in(matcher, name);
    }

    /** The time of day may be hours, minutes and seconds, or the seconds since midnight. */
    private Optional<Instant> time(Matcher matcher) {
        Optional<LocalDate> date = group(matcher, "date").map(NameForm::digits).flatMap(NameForm::day);
        Optional<Duration> clock = group(matcher, "time")
                .map(NameForm::digits)
                .flatMap(NameForm::clock)
                .or(() -> group(matcher, "seconds")
                        .flatMap(NameForm::seconds)
                        .filter(seconds -> seconds < Duration.ofDays(1).toSeconds())
                        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000))));
        return date.flatMap(day ->
                clock.map(time -> day.atStartOfDay().toInstant(ZoneOffset.UTC).plus(time)));
    }

    /** A name that has digits of this form but no such day (a 32nd) tells none. Years may have two digits. */
    private static Optional<LocalDate> day(String digits) {
        String full = digits.length() == 6 ? "20" + digits : digits;
        if (full.length() != 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(part(full, 0, 4), part(full, 4, 6), part(full, 6, 8)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> clock(String digits) {
        if (digits.length() < 6) {
            return Optional.empty();
        }
        try {
            LocalTime time = LocalTime.of(part(digits, 0, 2), part(digits, 2, 4), part(digits, 4, 6));
            return Optional.of(Duration.ofSeconds(time.toSecondOfDay()));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Optional<Double> seconds(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
