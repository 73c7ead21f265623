package dev.vigil.instruments;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form of the folders below a unit's, as a pattern with named groups; it must match all of them. */
record FolderForm(Pattern pattern, NamedGroups groups) {
    /** The groups that a pattern may name. */
    static final Set<String> KNOWN = Set.of("type", "binning", "gain", "opportunity");

    /** Throws for a bad pattern, with the reason in words. */
    static FolderForm of(String expression) {
        return new FolderForm(ProfileReader.pattern(expression), NamedGroups.of(expression, KNOWN, "a folder"));
    }

    Optional<FolderFacts> read(String folders) {
        Matcher matcher = pattern.matcher(folders);
        return matcher.matches()
                ? Optional.of(new FolderFacts(
                        groups.in(matcher, "type"),
                        groups.in(matcher, "binning"),
                        groups.in(matcher, "gain"),
                        groups.in(matcher, "opportunity").isPresent()))
                : Optional.empty();
    }
}
