package dev.vigil.cli.command;

import dev.vigil.common.settings.Suggestion;
import java.util.Collection;
import java.util.List;

/**
 * What there is of one kind. Whoever names something else is told so in one line, with what there is, the nearest first.
 *
 * @param kind what the names are names of
 * @param names all that there are
 */
public record Known(String kind, Collection<String> names) {
    private static final int SHOWN = 8;

    public Known {
        names = List.copyOf(names);
    }

    /** Refuses a name that is not among them. */
    public void require(String name) {
        if (!names.contains(name)) {
            throw new UnknownNameException(refusal(name));
        }
    }

    /** Says that there is no such thing. */
    public String refusal(String name) {
        String meant = Suggestion.of(name, names);
        String others =
                meant.isEmpty() ? "; there " + nearest(name) : names.size() == 1 ? "" : " There " + nearest(name);
        return "there is no " + kind + " " + name + meant + others;
    }

    private String nearest(String name) {
        if (names.isEmpty()) {
            return "is none yet";
        }
        List<String> shown =
                Suggestion.nearestFirst(name, names).stream().limit(SHOWN).toList();
        int more = names.size() - shown.size();
        return (names.size() == 1 ? "is " : "are ")
                + String.join(", ", shown)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
