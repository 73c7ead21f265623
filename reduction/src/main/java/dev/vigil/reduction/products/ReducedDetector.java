package dev.vigil.reduction.products;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorPlanes;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import java.util.Objects;

/** One detector of a reduced frame with the recipe that made it and the raw header it had. */
public record ReducedDetector(
        Detector detector,
        Header raw,
        Recipe recipe,
        Fringes fringes,
        Marks marks,
        Findings findings,
        DetectorPlanes planes) {
    public ReducedDetector {
        Objects.requireNonNull(detector);
        Objects.requireNonNull(raw);
        Objects.requireNonNull(recipe);
        Objects.requireNonNull(fringes);
        Objects.requireNonNull(marks);
        Objects.requireNonNull(findings);
        Objects.requireNonNull(planes);
    }

    /** One whose pixels are in memory. */
    public ReducedDetector(Detector detector, Header raw, Recipe recipe, Reduced reduced) {
        this(
                detector,
                raw,
                recipe,
                reduced.fringes(),
                reduced.marks(),
                reduced.findings(),
                DetectorPlanes.of(reduced.image()));
    }

    /** The same, after something was done to each plane. */
    public <E extends Exception> ReducedDetector eachPlane(DetectorPlanes.Deed<E> deed) throws E {
        return new ReducedDetector(detector, raw, recipe, fringes, marks, findings, planes.each(deed));
    }
}
