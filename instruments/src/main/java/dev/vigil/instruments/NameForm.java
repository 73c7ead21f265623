package dev.vigil.instruments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form of file name, as a pattern with named groups; it must match the whole name. */
record NameForm(Pattern pattern, Set<String> groups) {
    /** The groups that a pattern may name. */
    static final Set<String> KNOWN = new TreeSet<>(Set.of("type", "object", "filter", "date", "time", "number"));

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    /** Throws for a bad pattern, with the reason in words. */
    static NameForm of(String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        Set<String> groups = new TreeSet<>();
        Matcher matcher = GROUP.matcher(expression);
        while (matcher.find()) {
            groups.add(matcher.group(1));
        }
        for (String group : groups) {
            if (!KNOWN.contains(group)) {
                throw new IllegalArgumentException("a name cannot tell '" + group + "'; it may tell " + KNOWN);
            }
        }
        return new NameForm(pattern, groups);
    }

    Optional<NameFacts> read(String fileName) {
        Matcher matcher = pattern.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new NameFacts(
                group(matcher, "type"),
                group(matcher, "object"),
                group(matcher, "filter"),
                time(matcher),
                group(matcher, "number").flatMap(NameForm::number)));
    }

    private Optional<String> group(Matcher matcher, String name) {
        return groups.contains(name)
                ? Optional.ofNullable(matcher.group(name)).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private Optional<Instant> time(Matcher matcher) {
        Optional<String> date = group(matcher, "date").map(NameForm::digits);
        Optional<String> time = group(matcher, "time").map(NameForm::digits);
        return date.flatMap(day -> time.flatMap(clock -> instant(day, clock)));
    }

    /** A name that has digits of this form but no such time (a 25th hour) tells no time. */
    private static Optional<Instant> instant(String date, String time) {
        if (date.length() != 8 || time.length() < 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            part(date, 0, 4),
                            part(date, 4, 6),
                            part(date, 6, 8),
                            part(time, 0, 2),
                            part(time, 2, 4),
                            part(time, 4, 6))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
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
