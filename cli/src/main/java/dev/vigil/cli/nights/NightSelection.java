package dev.vigil.cli.nights;

import dev.vigil.cli.command.Known;
import dev.vigil.cli.command.UnitNames;
import dev.vigil.cli.command.UnknownNameException;
import dev.vigil.cli.command.WrongCallException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The nights that a user asks for.
 *
 * @param wanted each a night, a unit, UNIT/NIGHT, or a range FIRST..LAST, UNIT/FIRST..LAST, open where an end is left out; none asks for all
 */
public record NightSelection(List<String> wanted) {
    private static final String RANGE = "..";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern DATES = Pattern.compile("[\\d-]*\\.\\.[\\d-]*|" + DATE);

    public NightSelection {
        wanted = List.copyOf(wanted);
        wanted.forEach(NightSelection::requireDates);
    }

    /** No calendar needs to be asked by a broker. */
    private static void requireDates(String wish) {
        String nights = wish.substring(wish.indexOf('/') + 1);
        if (!DATES.matcher(nights).matches()) {
            return;
        }
        String[] ends = nights.split(Pattern.quote(RANGE), -1);
        boolean isOpen = Stream.of(ends).allMatch(String::isEmpty);
        boolean isReal = Stream.of(ends).allMatch(end -> end.isEmpty() || isDate(end));
        if (isOpen || !isReal) {
            throw new WrongCallException(
                    wish
                            + " is no night: write YYYY-MM-DD, or a range YYYY-MM-DD..YYYY-MM-DD, open where an end is left out");
        }
        if (ends.length == 2 && !ends[1].isEmpty() && ends[0].compareTo(ends[1]) > 0) {
            throw new WrongCallException(wish + " ends before it begins; give the first night first");
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /** Whether the user asks for all that there is. */
    public boolean isOfAll() {
        return wanted.isEmpty();
    }

    /** Whether the user asks for this night. */
    public boolean includes(Night night) {
        return includes(night.unit(), night.night());
    }

    /** Whether the user asks for this night of this unit. */
    public boolean includes(String unit, String night) {
        return wanted.isEmpty() || wanted.stream().anyMatch(each -> matches(each, unit, night));
    }

    /** Refuses a wish that none of the nights fulfils, each of which is UNIT/NIGHT. */
    void requireAmong(Collection<String> nights) {
        for (String wish : wanted) {
            if (nights.stream().noneMatch(each -> matches(wish, unit(each), night(each)))) {
                throw new UnknownNameException(alike(wish, nights).refusal(wish));
            }
        }
    }

    /** What could have been meant. */
    private static Known alike(String wish, Collection<String> nights) {
        if (wish.contains("/")) {
            return new Known("night", nights);
        }
        Collection<String> names = new TreeSet<>();
        nights.forEach(each -> names.addAll(List.of(unit(each), night(each))));
        return new Known("night or unit", names);
    }

    /** The unit of UNIT/NIGHT. */
    static String unit(String text) {
        return text.substring(0, text.indexOf('/'));
    }

    private static String night(String text) {
        return text.substring(text.indexOf('/') + 1);
    }

    private static boolean matches(String text, String unit, String night) {
        if (text.indexOf('/') < 0) {
            return UnitNames.key(text).equals(unit) || spans(text, night);
        }
        return UnitNames.key(unit(text)).equals(unit) && spans(night(text), night);
    }

    private static boolean spans(String text, String night) {
        int range = text.indexOf(RANGE);
        if (range < 0) {
            return text.equals(night);
        }
        String first = text.substring(0, range);
        String last = text.substring(range + RANGE.length());
        // A night that is unknown lies in no range.
        return night.matches(DATE) && first.compareTo(night) <= 0 && (last.isEmpty() || night.compareTo(last) <= 0);
    }
}
