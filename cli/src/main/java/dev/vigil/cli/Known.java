package dev.vigil.cli;

import dev.vigil.common.settings.Suggestion;
import java.util.Collection;
import java.util.List;

/**
 * What there is of one kind. Whoever names something else is told so in one line, with what there is, the nearest first.
 *
 * @param kind what the names are names of
 * @param names all that there are
 */
record Known(String kind, Collection<String> names) {
    private static final int SHOWN = 8;

    Known {
        names = List.copyOf(names);
    }

    /** Says that there is no such thing. */
    String refusal(String name) {
        String meant = Suggestion.of(name, names);
        return "there is no " + kind + " " + name + meant + (meant.isEmpty() ? "; there " : " There ") + nearest(name);
    }

    private String nearest(String name) {
        if (names.isEmpty()) {
            return "is none yet";
        }
        String shown = String.join(
                ", ", Suggestion.nearestFirst(name, names).stream().limit(SHOWN).toList());
        int more = names.size() - SHOWN;
        return (names.size() == 1 ? "is " : "are ") + shown + (more > 0 ? " and " + more + " more" : "");
    }
}
