package dev.vigil.cli.requests;

import dev.vigil.cli.command.UnitNames;
import dev.vigil.schemas.events.CloseGap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Missing numbers of a night, as {@code vigil status NIGHT} prints them.
 *
 * @param unit the unit
 * @param numbers which numbers of which night
 */
record Gap(String unit, CloseGap numbers) {
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
                return new Gap(UnitNames.key(matcher.group("unit")), numbers(matcher));
            }
        } catch (DateTimeException noNight) {
            throw new IllegalArgumentException(wrong(text), noNight);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    private static CloseGap numbers(Matcher matcher) {
        long first = Long.parseLong(matcher.group("first"));
        long last =
                Optional.ofNullable(matcher.group("last")).map(Long::parseLong).orElse(first);
        if (last < first) {
            throw new IllegalArgumentException("#" + first + "-" + last + " are no numbers: the lower comes first");
        }
        return new CloseGap(LocalDate.parse(matcher.group("night")), matcher.group("series"), first, last);
    }

    private static String wrong(String text) {
        return text + " names no missing numbers: write UNIT/NIGHT/#123 or UNIT/NIGHT/#120-125, as vigil status NIGHT"
                + " prints them";
    }
}
