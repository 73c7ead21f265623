package dev.vigil.reduction;

/** One line of a recipe: a record that holds all it needs, and can say in words what it does. */
public sealed interface Step permits PixelStep, MarkStep, ImageStep, SkyStep {
    /** What the step does, with its parameters: its line in the FITS history, and part of the recipe's fingerprint. */
    String printed();
}
