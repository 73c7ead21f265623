package dev.vigil.reduction.recipes;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.RawRows;
import java.util.Optional;

/** A hard step that works on pixels, so that blocks of rows may pass through a chain of such steps. */
public non-sealed interface PixelStep extends Step {
    /** The work on one detector's raw pixels; what it must know of all of them is found before the first block comes. */
    Work on(RawRows raw);

    /** The size of an image after this step. */
    default Size after(Size before) {
        return before;
    }

    /** Why this step cannot be applied to an image of this size, if so. */
    default Optional<Failure> objection(Size size) {
        return Optional.empty();
    }

    /** What is done to each block of one image, one after the other. */
    @FunctionalInterface
    interface Work {
        void apply(RowBlock block);
    }
}
