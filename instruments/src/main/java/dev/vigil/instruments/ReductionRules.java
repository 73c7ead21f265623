package dev.vigil.instruments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far frames of each type go, and by which recipe, and which masters they need on the way. */
record ReductionRules(
        List<RecipeChoice> recipes, Map<FrameType, Level> levels, Map<FrameType, List<MasterNeed>> masters) {
    ReductionRules {
        recipes = List.copyOf(recipes);
        levels = Map.copyOf(levels);
        masters = Map.copyOf(masters);
    }

    /** The first that is for such a frame; nothing if none is meant for it. */
    Optional<RecipeChoice> recipeFor(FrameType type, HeaderFacts facts) {
        return recipes.stream().filter(choice -> choice.isFor(type, facts)).findFirst();
    }

    Level lastLevelOf(FrameType type) {
        return levels.getOrDefault(type, Level.TRANSFERRED);
    }

    List<MasterNeed> mastersOf(FrameType type) {
        return masters.getOrDefault(type, List.of());
    }
}
