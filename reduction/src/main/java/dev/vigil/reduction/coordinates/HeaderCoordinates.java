package dev.vigil.reduction.coordinates;

import java.util.Optional;

/** What a header says of where its pixels lie: coordinates, or why none can be had from it. */
public sealed interface HeaderCoordinates {
    /** Empty where they were refused. */
    Optional<WorldCoordinates> coordinates();

    /** They were read. */
    record Read(WorldCoordinates found) implements HeaderCoordinates {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return Optional.of(found);
        }
    }

    /** A card is missing, or says what is not understood; the reason names it. */
    record Refused(String reason) implements HeaderCoordinates {
        @Override
        public Optional<WorldCoordinates> coordinates() {
            return Optional.empty();
        }
    }
}
