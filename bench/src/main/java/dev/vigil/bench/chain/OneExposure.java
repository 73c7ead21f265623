package dev.vigil.bench.chain;

import dev.vigil.bench.truth.CatalogueStars;
import dev.vigil.bench.truth.MasterFiles;
import dev.vigil.bench.truth.TruthNight;
import dev.vigil.common.run.CompilerAdvice;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.nio.file.Files;
import java.nio.file.Path;

/** One exposure in a process of its own, as somebody has it done who has one: raw file, folder of masters, catalogue, folder for products. */
final class OneExposure {
    private OneExposure() {}

    public static void main(String[] args) throws Exception {
        CompilerAdvice.give();
        Path raw = Path.of(args[0]);
        Path catalogue = Path.of(args[2]);
        Header header = FitsFile.read(raw).primary().header();
        SolveAstrometry astrometry = Files.exists(catalogue)
                ? SolveAstrometry.by(CatalogueStars.read(catalogue), "bench")
                : SolveAstrometry.WITHOUT_REFERENCES;
        try (MasterFiles masters = MasterFiles.open(Path.of(args[1]))) {
            Recipe recipe = TruthNight.recipe(header, masters.masters(), astrometry);
            new ExposureChain(Path.of(args[3]), new Laps()).run(raw, TruthNight.detector(header), recipe);
        }
    }
}
