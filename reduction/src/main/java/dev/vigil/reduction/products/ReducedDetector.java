package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import java.util.Objects;

/** One detector of a reduced frame with the recipe that made it and the raw header it had. */
public record ReducedDetector(Detector detector, Header raw, Recipe recipe, Reduced reduced) {
    public ReducedDetector {
        Objects.requireNonNull(detector);
        Objects.requireNonNull(raw);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(reduced);
    }
}
