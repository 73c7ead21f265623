package dev.vigil.instruments;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The groups that a pattern names, each for something that it tells. */
record NamedGroups(Set<String> names) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    NamedGroups {
        names = Set.copyOf(names);
    }

    /** Throws for a group that is not among the known ones, in words about what has the pattern. */
    static NamedGroups of(String expression, Set<String> known, String what) {
        Set<String> names = new TreeSet<>();
        GROUP.matcher(expression).results().forEach(group -> names.add(group.group(1)));
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        what + " cannot tell '" + name + "'; it may tell " + new TreeSet<>(known));
            }
        }
        return new NamedGroups(names);
    }

    /** What a group has matched, unless it is blank or not of this pattern. */
    Optional<String> in(Matcher matcher, String name) {
        return names.contains(name)
                ? Optional.ofNullable(matcher.group(name)).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
