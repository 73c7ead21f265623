package dev.vigil.reduction.recipes;

import dev.vigil.imaging.Header;

/** One line of a recipe: a record that holds all it needs, and can say in words what it does. */
public sealed interface Step permits PixelStep, CorrectStep, MarkStep, ImageStep, SkyStep {
    /** What the step does, with its parameters: its line in the FITS history, and part of the recipe's fingerprint. */
    String printed();

    /** Puts what a program may want to know of it into a product's header. */
    default void tell(Header.Builder cards) {}
}
