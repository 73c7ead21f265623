package dev.vigil.instruments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the night from folder names: {@code 2026-11-19}, {@code 20261119}, also with something after it. */
final class FolderDates {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:\\D.*)?", Pattern.DOTALL);

    private FolderDates() {}

    /** The date of the deepest folder that begins with one. */
    static Optional<LocalDate> of(List<String> folders) {
        for (int i = folders.size() - 1; i >= 0; i--) {
            Optional<LocalDate> date = of(folders.get(i));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** Whether each folder that begins like a date begins with one. */
    static boolean areDays(List<String> folders) {
        return folders.stream()
                .allMatch(
                        folder -> !DATE.matcher(folder).matches() || of(folder).isPresent());
    }

    private static Optional<LocalDate> of(String folder) {
        Matcher matcher = DATE.matcher(folder);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
