package dev.vigil.cli.requests;

import dev.vigil.cli.command.UnitNames;
import dev.vigil.schemas.events.CloseGap;
import dev.vigil.schemas.events.ExpectNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of a night, as {@code vigil status NIGHT} prints those that are missing.
 *
 * @param unit the unit
 * @param night the night
 * @param series the series that they are of; empty where they run on through the night
 * @param first the first number
 * @param last the last number
 */
record Gap(String unit, LocalDate night, String series, long first, long last) {
    private static final Pattern FORM = Pattern.compile(
            "(?<unit>[^/#]+)/(?<night>[^/#]+)/(?<series>[^#]*)#(?<first>\\d{1,18})(?:-(?<last>\\d{1,18}))?");

    /** Whether a text names numbers rather than a frame: a frame's id never has this sign. */
    static boolean isOne(String text) {
        return text.indexOf('#') >= 0;
    }

    static Gap parse(String text) {
        Matcher matcher = FORM.matcher(text);
        try {
            if (matcher.matches()) {
                return of(matcher);
            }
        } catch (DateTimeException noNight) {
            throw new IllegalArgumentException(wrong(text), noNight);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static Gap of(Matcher matcher) {
        long first = Long.parseLong(matcher.group("first"));
        long last =
                Optional.ofNullable(matcher.group("last")).map(Long::parseLong).orElse(first);
        if (last < first) {
            throw new IllegalArgumentException("#" + first + "-" + last + " are no numbers: the lower comes first");
        }
        return new Gap(
                UnitNames.key(matcher.group("unit")),
                LocalDate.parse(matcher.group("night")),
                matcher.group("series"),
                first,
                last);
    }

    /** The wish to expect them no more. */
    CloseGap closed() {
        return new CloseGap(night, series, first, last);
    }

    /** The wish to expect them. */
    ExpectNumbers expected() {
        return new ExpectNumbers(night, series, first, last);
    }

    private static String wrong(String text) {
        return text + " names no numbers: write UNIT/NIGHT/#123 or UNIT/NIGHT/#120-125, as vigil status NIGHT prints"
                + " those that are missing";
    }
}
