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
import dev.vigil.schemas.events.FrameId;
import dev.vigil.schemas.events.FrameReduced;
import dev.vigil.schemas.events.NeighbourShift;
import dev.vigil.schemas.events.PlacedOnSky;
import dev.vigil.schemas.events.PointingShift;
import dev.vigil.schemas.events.Product;
import dev.vigil.simulator.Flaw;
import dev.vigil.simulator.FrameKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two frames, one of which looked 25 arc minutes north of where its header says. */
class NeighbourRungTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T04:00:00Z"), ZoneOffset.UTC);
    private static final NeighbourShift NEIGHBOUR =
            new NeighbourShift(FrameId.ofPath("GEN01/2026-11-19/before.fits"), new PointingShift(5, 1490));

    @TempDir
    Path folder;

    private TestingNight night;
    private ReductionHandler handler;
    private Frame astray;
    private Frame right;

    @BeforeEach
    void expose() throws Exception {
        night = new TestingNight(folder, TestingNight.plan(1, 0, 0, 2, 512).withFlaws(Map.of(Flaw.POINTING_OFF, 1)));
        List<Frame> frames = night.frames(FrameKind.SCIENCE);
        int which = night.simulated.frames().get(0).has(Flaw.POINTING_OFF) ? 0 : 1;
        astray = frames.get(which).needing();
        right = frames.get(1 - which).needing();
        handler = ReductionHandler.of(
                night.archive,
                night.working,
                Profiles.bundled(),
                ProductForm.PLAIN,
                SolveAstrometry.by(KnownStars.of(ReferenceFile.open(catalogue()))),
                Memory.of(0, 1),
                "worker-1",
                CLOCK);
    }

    private Path catalogue() throws Exception {
        Path table = night.simulated.writeCatalogue(folder.resolve("truth"));
        Path catalogue = folder.resolve("night.stars");
        CatalogueImport.run(List.of(table), catalogue, Wanted.all("night").withBand("r:AB"), bytes -> {});
        return catalogue;
    }

    private FrameReduced reduced(Frame frame, NeighbourShift... neighbours) throws Exception {
        return (FrameReduced)
                handler.handle(TestingNight.reduceBeside(frame, neighbours)).event();
    }

    private Path file(FrameReduced reduced) {
        return night.archiveFolder.resolve(reduced.products().get(0).file().key());
    }

    @Test
    void aFrameThatIsNotWhereItsHeaderSaysIsFoundByItsNeighbour() throws Exception {
        FrameReduced reduced = reduced(astray, NEIGHBOUR);
        PlacedOnSky placed = reduced.placed().orElseThrow();
        assertThat(placed.rung()).isEqualTo("neighbour before.fits");
        assertThat(placed.shift().orElseThrow().east()).isCloseTo(0, within(0.3));
        assertThat(placed.shift().orElseThrow().north()).isCloseTo(1500, within(0.3));
        Header image = FitsFile.read(file(reduced)).hdus().get(1).header();
        assertThat(image.text("WCSRUNG")).contains("neighbour before.fits");
        assertThat(image.text("WCSQUAL")).contains("good");
        assertThat(image.number("WCSDELDE").orElseThrow()).isCloseTo(1500, within(0.3));
        assertThat(String.join("\n", image.history())).contains("rung 1 'header'", "rung 3 'neighbour before.fits'");
    }

    @Test
    void whatNeighboursSaidIsPartOfTheNameOfWhatWasMadeByIt() throws Exception {
        FrameReduced alone = reduced(astray);
        FrameReduced asking = reduced(astray, NEIGHBOUR);
        assertThat(alone.placed().orElseThrow().rung()).isEqualTo("wider");
        assertThat(asking.placed().orElseThrow().rung()).startsWith("neighbour");
        assertThat(asking.reduction()).isNotEqualTo(alone.reduction());
        assertThat(file(alone)).exists();
        assertThat(reduced(astray).reduction()).isEqualTo(alone.reduction());
    }

    @Test
    void theSameTaskMakesTheSameFileAgain() throws Exception {
        FrameReduced first = reduced(astray, NEIGHBOUR);
        byte[] bytes = Files.readAllBytes(file(first));
        Files.delete(file(first));
        FrameReduced second = reduced(astray, NEIGHBOUR);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(file(second)).hasBinaryContent(bytes);
    }

    @Test
    void aFrameWhoseHeaderIsRightIsTheSameWhateverItsNeighboursSay() throws Exception {
        FrameReduced asking = reduced(right, NEIGHBOUR);
        List<Product> made = asking.products();
        FrameReduced alone = reduced(right);
        assertThat(asking.placed().orElseThrow().rung()).isEqualTo("header");
        assertThat(alone.reduction()).isEqualTo(asking.reduction());
        assertThat(alone.products()).isEqualTo(made);
        assertThat(reduced(right, NEIGHBOUR).products()).isEqualTo(made);
    }

    @Test
    void aFrameWithoutStarsIsNotReducedAgainBecauseItHasNeighbours() throws Exception {
        Frame starless = night.frames(FrameKind.BIAS).get(0).needing();
        FrameReduced alone = reduced(starless);
        assertThat(FitsFile.read(file(alone)).hdus().get(1).header().text("WCSQUAL"))
                .contains("failed");
        // It can only be found now, and not be made.
        Files.delete(night.archiveFolder.resolve(starless.file().key()));
        FrameReduced asking = reduced(starless, NEIGHBOUR);
        assertThat(asking.reduction()).isEqualTo(alone.reduction());
        assertThat(asking.products()).isEqualTo(alone.products());
    }
}
