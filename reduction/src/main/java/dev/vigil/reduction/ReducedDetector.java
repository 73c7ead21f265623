package dev.vigil.reduction;

import dev.vigil.imaging.Header;
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
