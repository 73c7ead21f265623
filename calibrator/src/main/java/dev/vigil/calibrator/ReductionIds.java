package dev.vigil.calibrator;

import dev.vigil.schemas.events.RecipeUsed;
import dev.vigil.schemas.events.ReduceFrame;

/**
 * The names that a task's reduction may have. Only one that asked other frames follows from what these said: a frame whose own
 * header leads to the sky has one name, whatever the task knew of others.
 *
 * @param alone where no other frame was asked
 * @param asking where others were
 */
record ReductionIds(String alone, String asking) {
    static ReductionIds of(ReduceFrame work, RecipeUsed recipe) {
        return new ReductionIds(
                Names.reduction(work.identity(), recipe, work.masters()), Names.reduction(work, recipe));
    }
}
