package dev.vigil.cli;

import java.util.List;

/**
 * The nights that a user asks for.
 *
 * @param wanted each a night, UNIT/NIGHT, or a range FIRST..LAST of either, open where an end is left out; none asks for all
 */
record NightSelection(List<String> wanted) {
    private static final String RANGE = "..";
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    NightSelection {
        wanted = List.copyOf(wanted);
    }

    /** Whether the user asks for this night. */
    boolean includes(Night night) {
        return includes(night.unit(), night.night());
    }

    /** Whether the user asks for this night of this unit. */
    boolean includes(String unit, String night) {
        return wanted.isEmpty() || wanted.stream().anyMatch(each -> matches(each, unit, night));
    }

    private static boolean matches(String text, String unit, String night) {
        int slash = text.indexOf('/');
        boolean ofUnit = slash < 0 || text.substring(0, slash).equals(unit);
        return ofUnit && spans(text.substring(slash + 1), night);
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
