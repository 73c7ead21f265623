package dev.vigil.reduction.recipes;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.pixels.DetectorImage;
import java.util.Optional;

/** A hard step that must see the whole image before it changes its pixels, and says what it found. */
public non-sealed interface CorrectStep extends Step {
    Fringes correct(DetectorImage image);

    /** Why this step cannot be applied to an image of this size, if so. */
    Optional<Failure> objection(Size size);
}
