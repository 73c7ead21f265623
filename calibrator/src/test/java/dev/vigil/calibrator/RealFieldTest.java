package dev.vigil.calibrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.calibrator.TestingNight.Frame;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.Header;
import dev.vigil.instruments.Profiles;
import dev.vigil.reduction.products.ProductForm;
import dev.vigil.reduction.references.CatalogueImport;
import dev.vigil.reduction.references.ReferenceFile;
import dev.vigil.reduction.references.Wanted;
import dev.vigil.reduction.steps.KnownStars;
import dev.vigil.reduction.steps.SolveAstrometry;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.simulator.Fields;
import dev.vigil.simulator.FrameKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of the demo's fields, whose catalogue is a slice of Tycho-2 and knows nothing of the made stars beside the real ones. */
class RealFieldTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void realStarsPlaceAFrameOnTheSkyAndTellItsZeroPoint() throws Exception {
        TestingNight night =
                new TestingNight(folder, TestingNight.plan(0, 0, 0, 2, 1024).withFields(Fields.TYCHO2));
        Path catalogue = folder.resolve("tycho2.stars");
        Path table = night.simulated.writeCatalogue(folder.resolve("truth"));
        CatalogueImport.run(List.of(table), catalogue, Wanted.all("Tycho-2"), bytes -> {});
        ReferenceFile stars = ReferenceFile.open(catalogue);
        assertThat(stars.band().name()).isEqualTo("VT");
        assertThat(stars.facts().epoch().julianYear()).isEqualTo(2000);
        ReductionHandler handler = ReductionHandler.of(
                night.archive,
                night.working,
                Profiles.bundled(),
                ProductForm.PLAIN,
                SolveAstrometry.by(KnownStars.of(stars)),
                Memory.of(0, 1),
                "worker-1",
                CLOCK);
        double zeroPoint = night.simulated.truth().frames().get(0).zeroPoint();
        for (Frame frame : night.frames(FrameKind.SCIENCE)) {
            FrameReduced reduced = (FrameReduced)
                    handler.handle(TestingNight.reduce(frame.needing())).event();
            Map<String, Double> others = reduced.measurements().others();
            Header image = FitsFile.read(night.archiveFolder.resolve(
                            reduced.products().get(0).file().key()))
                    .hdus()
                    .get(1)
                    .header();
            assertThat(image.text("WCSQUAL")).contains("good");
            assertThat(reduced.placed().orElseThrow().rung()).isEqualTo("header");
            assertThat(others.get("astrometryStars")).isGreaterThanOrEqualTo(15);
            assertThat(others.get("astrometryResidual")).isLessThan(0.1);
            assertThat(others.get("zeroPoint")).isCloseTo(zeroPoint, within(0.01));
        }
    }
}
