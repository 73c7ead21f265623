package dev.vigil.instruments;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A recipe, and the frames that it is for: those of the given types (any, if none is given) whose header is as asked.
 *
 * @param why frames of {@link #NONE} are not reduced, in one word
 */
record RecipeChoice(String recipe, String why, Set<FrameType> types, Optional<Condition> header) {
    /** The recipe of frames that are not to be reduced. */
    static final String NONE = "none";

    RecipeChoice {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(why, "why");
        types = Set.copyOf(types);
        Objects.requireNonNull(header, "header");
    }

    /** A recipe for all frames. */
    static RecipeChoice always(String recipe) {
        return new RecipeChoice(recipe, "", Set.of(), Optional.empty());
    }

    boolean isFor(FrameType type, HeaderFacts facts) {
        return (types.isEmpty() || types.contains(type))
                && header.map(condition -> condition.holds(facts)).orElse(true);
    }

    boolean isNone() {
        return recipe.equals(NONE);
    }

    @Override
    public String toString() {
        return isNone() ? NONE + " (" + why + ")" : recipe;
    }
}
