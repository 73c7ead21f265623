package dev.vigil.reduction.pointing;

import dev.vigil.reduction.coordinates.Pointing;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.detectors.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where a header says that the telescope looked, or why that cannot be had from it. */
public sealed interface HeaderPointing {
    /** Which pixel sees which place, as far as the header knows. */
    default Optional<WorldCoordinates> coordinates() {
        return this instanceof Read read ? Optional.of(read.pointing().coordinates()) : Optional.empty();
    }

    /** Where the middle of an image of such a size looked, as far as the header knows. */
    default Optional<SkyPosition> middle(Size size) {
        return coordinates().map(found -> found.skyAt(size.middle()));
    }

    /** It says so. */
    record Read(Pointing pointing) implements HeaderPointing {}

    /**
     * A card is missing or not understood; the reason names it.
     *
     * @param scale how many arc seconds a pixel covers, if that much is said
     */
    record Refused(String reason, OptionalDouble scale) implements HeaderPointing {
        /** Nothing at all is known. */
        static Refused because(String reason) {
            return new Refused(reason, OptionalDouble.empty());
        }
    }
}
