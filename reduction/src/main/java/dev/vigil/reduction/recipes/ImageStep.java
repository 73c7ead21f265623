package dev.vigil.reduction.recipes;

import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pixels.DetectorImage;

/** A soft step that needs the whole image and measures it: where it fails, the measurement carries a flag. */
public non-sealed interface ImageStep extends Step {
    /** What is known of the image now, with what was found before. */
    Findings measure(DetectorImage image, Findings before);
}
