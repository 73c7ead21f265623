package dev.vigil.reduction.recipes;

import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.DetectorImage;
import java.util.Optional;

/** One detector after its recipe: the pixels, what was known of fringes in them, what was marked in their mask, and what was found on them. */
public record Reduced(DetectorImage image, Fringes fringes, Marks marks, Findings findings) {
    /** One in which nobody looked for fringes. */
    public Reduced(DetectorImage image, Marks marks, Findings findings) {
        this(image, new Fringes.NotAsked(), marks, findings);
    }

    public Measurement measurement() {
        return findings.measurement();
    }

    public Optional<Catalogue> catalogue() {
        return findings.catalogue();
    }
}
