package dev.vigil.reduction;

import java.util.Optional;

/** A hard step that works on every pixel by itself, so that blocks of rows may pass through a chain of such steps. */
public non-sealed interface PixelStep extends Step {
    void apply(RowBlock block);

    /** The size of an image after this step. */
    default Size after(Size before) {
        return before;
    }

    /** Why this step cannot be applied to an image of this size, if so. */
    default Optional<Failure> objection(Size size) {
        return Optional.empty();
    }
}
