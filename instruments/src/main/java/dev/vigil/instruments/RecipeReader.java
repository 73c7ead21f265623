package dev.vigil.instruments;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads by which recipe frames are reduced: one for all, or a list of which the first that is for a frame counts. */
final class RecipeReader {
    private static final String RECIPE = "recipe";
    private static final List<String> KNOWN = Stream.concat(
                    Recipes.BUILT.stream(), Stream.of(RecipeChoice.NONE, "adaptive-optics", "echelle"))
            .toList();

    private RecipeReader() {}

    static List<RecipeChoice> read(Page reduction, Set<FrameType> reduced) {
        if (!reduction.isList(RECIPE)) {
            return List.of(RecipeChoice.always(known(reduction, RECIPE, reduction.required(RECIPE), reduced)));
        }
        return reduction.pages(RECIPE).stream()
                .map(choice -> choice(choice, reduced))
                .toList();
    }

    private static RecipeChoice choice(Page choice, Set<FrameType> reduced) {
        Set<FrameType> types = new HashSet<>(choice.values("types", IdentificationReader::frameType));
        String recipe = known(choice, "name", choice.required("name"), reduced);
        String why = choice.text("why", "");
        if (recipe.equals(RecipeChoice.NONE) == why.isEmpty()) {
            choice.wrong("why", "must say, in one word, why frames are not reduced, where the recipe is none");
        }
        return new RecipeChoice(recipe, why, types, ProfileReader.condition(choice.page("header")));
    }

    private static String known(Page page, String key, String recipe, Set<FrameType> reduced) {
        if (!KNOWN.contains(recipe)) {
            page.wrong(key, "'" + recipe + "' is no recipe; they are " + String.join(", ", KNOWN));
        } else if (!Recipes.BUILT.contains(recipe) && !recipe.equals(RecipeChoice.NONE) && !reduced.isEmpty()) {
            page.wrong(key, "'" + recipe + "' is not built: leave reduction.types empty, and frames are archived");
        }
        return recipe;
    }
}
