package dev.vigil.common.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses what a user meant by a name that does not exist. */
public final class Suggestion {
    private static final int TOO_FAR = 4;

    private Suggestion() {}

    /** {@code ; did you mean …?}, or nothing when no known name is near. */
    public static String of(String name, Collection<String> known) {
        // Where every letter would have to change, nothing was meant.
        int tooFar = Math.min(TOO_FAR, name.length());
        return nearestFirst(name, known).stream()
                .limit(1)
                .filter(nearest -> distance(name, nearest) < tooFar)
                .map(nearest -> "; did you mean " + nearest + "?")
                .findFirst()
                .orElse("");
    }

    /** The known names, the most alike before the others. */
    public static List<String> nearestFirst(String name, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String each) -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many letters must be changed, added or left out. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
