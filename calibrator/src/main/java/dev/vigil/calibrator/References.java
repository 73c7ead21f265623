package dev.vigil.calibrator;

import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.steps.KnownStars;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the catalogue by whose stars frames are placed on the sky. */
public final class References {
    private References() {}

    /** One that cannot be read is an error, lest every frame go without; none leaves frames where their telescope put them. */
    public static SolveAstrometry open(Optional<Path> catalogue) throws IOException {
        return catalogue.isPresent()
                ? SolveAstrometry.by(KnownStars.of(ReferenceFile.open(catalogue.get())))
                : SolveAstrometry.WITHOUT_REFERENCES;
    }
}
