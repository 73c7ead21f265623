package dev.vigil.instruments;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another name of units' folders: a pattern, and the unit that it means, with {@code $1} for the pattern's first group. */
record UnitAlias(Pattern folder, String unit) {
    UnitAlias {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(unit, "unit");
        int groups = folder.matcher("").groupCount();
        Matcher reference = Pattern.compile("\\$(\\d)").matcher(unit);
        while (reference.find()) {
            if (Integer.parseInt(reference.group(1)) > groups) {
                throw new IllegalArgumentException(
                        "means '" + unit + "', but '" + folder + "' has only " + groups + " groups");
            }
        }
    }

    /** The unit that a folder of this name is of; nothing if it is no such folder. */
    Optional<String> unitOf(String name) {
        Matcher matcher = folder.matcher(name);
        return matcher.matches() ? Optional.of(matcher.replaceAll(unit)) : Optional.empty();
    }
}
