package dev.vigil.reduction.masters;

import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Recipe;

/**
 * One frame of a stack: where its raw pixels are, what is done to them first, and by what they are then multiplied.
 *
 * @param frameId frames are combined in the order of their ids, so that the order of arrival changes nothing
 */
public record StackInput(String frameId, RawRows raw, Recipe recipe, double scale) {
    public StackInput {
        if (frameId.isBlank() || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("A frame of a stack has an id and a scale: " + frameId + ", " + scale);
        }
    }

    StackInput scaledBy(double factor) {
        return new StackInput(frameId, raw, recipe, factor);
    }
}
