package dev.vigil.reduction.recipes;

import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;

/** A step that needs the whole image, and marks in its mask what it finds; the pixels keep their values. */
public non-sealed interface MarkStep extends Step {
    Marks mark(DetectorImage image);
}
