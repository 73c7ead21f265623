package dev.vigil.reduction.recipes;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.pointing.Whereabouts;

/** A soft step that compares what was found on an image with what is known of the sky: where it fails, it says why. */
public non-sealed interface SkyStep extends Step {
    Findings compare(Findings found, Size size, Whereabouts whereabouts);
}
