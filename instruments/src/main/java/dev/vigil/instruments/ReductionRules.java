package dev.vigil.instruments;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far frames of each type go, and which masters they need on the way. */
record ReductionRules(String recipe, Map<FrameType, Level> levels, Map<FrameType, List<MasterNeed>> masters) {
    ReductionRules {
        Objects.requireNonNull(recipe, "recipe");
        levels = Map.copyOf(levels);
        masters = Map.copyOf(masters);
    }

    Level lastLevelOf(FrameType type) {
        return levels.getOrDefault(type, Level.TRANSFERRED);
    }

    List<MasterNeed> mastersOf(FrameType type) {
        return masters.getOrDefault(type, List.of());
    }
}
