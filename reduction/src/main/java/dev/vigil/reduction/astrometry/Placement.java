package dev.vigil.reduction.astrometry;

import dev.vigil.reduction.coordinates.WorldCoordinates;
import java.util.Optional;

/** What came of the question where on the sky the pixels lie. */
public sealed interface Placement {
    /** Coordinates fitted to stars. */
    Optional<WorldCoordinates> coordinates();

    /** By how much the header was wrong, for others that are wrong by the same. */
    default Optional<Shift> knownShift() {
        return this instanceof Tried tried ? tried.shift() : Optional.empty();
    }

    /** Nobody asked, and why not. */
    record NotRun(String reason) implements Placement {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return Optional.empty();
        }
    }

    /**
     * It was tried with a catalogue.
     *
     * @param shift by how much the header was wrong, if that is known now
     */
    record Tried(String references, Solution solution, Optional<Shift> shift) implements Placement {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return solution.fit().map(Fit::coordinates);
        }
    }
}
