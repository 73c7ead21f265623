package dev.vigil.reduction;

import dev.vigil.reduction.astrometry.Fit;
import dev.vigil.reduction.astrometry.Solution;
import dev.vigil.reduction.astrometry.WorldCoordinates;
import java.util.Optional;

/** What came of the question where on the sky the pixels lie. */
public sealed interface Placement {
    /** Coordinates fitted to stars. */
    Optional<WorldCoordinates> coordinates();

    /** Nobody asked, and why not. */
    record NotRun(String reason) implements Placement {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return Optional.empty();
        }
    }

    /** It was tried with a catalogue. */
    record Tried(String references, Solution solution) implements Placement {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return solution.fit().map(Fit::coordinates);
        }
    }
}
