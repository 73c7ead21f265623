package dev.vigil.reduction.steps;

import static dev.vigil.reduction.StarField.DETECTOR;
import static dev.vigil.reduction.StarField.SIZE;
import static dev.vigil.reduction.StarField.TRUTH;
import static dev.vigil.reduction.StarField.at;
import static dev.vigil.reduction.StarField.header;
import static dev.vigil.reduction.StarField.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.StarField;
import dev.vigil.reduction.astrometry.Placement;
import dev.vigil.reduction.coordinates.CoordinateCards;
import dev.vigil.reduction.coordinates.PixelPosition;
import dev.vigil.reduction.coordinates.SkyPosition;
import dev.vigil.reduction.coordinates.WorldCoordinates;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pointing.HeaderPointing;
import dev.vigil.reduction.products.FrameSummary;
import dev.vigil.reduction.products.ProductStory;
import dev.vigil.reduction.products.ReducedDetector;
import dev.vigil.reduction.products.ReducedFrame;
import dev.vigil.reduction.products.SkySummary;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.sources.SourceSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveAstrometryTest {
    private static final ProductStory STORY =
            new ProductStory("T1/a.fits", 1, "T1", Optional.empty(), "abc", List.of(), "Vigil 0.1.0");

    @TempDir
    Path folder;

    private static Findings found(SolveAstrometry step, Header header) {
        Findings sources = new MeasureSources(SourceSettings.DEFAULT).measure(image(), Findings.NONE);
        return step.compare(sources, SIZE, at(header));
    }

    private Path write(Header header, SolveAstrometry step) throws Exception {
        Recipe recipe = Recipe.of("imaging", 1, new MeasureSources(SourceSettings.DEFAULT), step);
        Reduced reduced = new Reduced(image(), Marks.NONE, found(step, header));
        Path file = folder.resolve("out.fits");
        FitsWriter.write(
                file,
                new ReducedFrame(
                                STORY,
                                header,
                                List.of(new ReducedDetector(DETECTOR, header, recipe, reduced)),
                                Map.of())
                        .hdus());
        return file;
    }

    @Test
    void aFrameIsPlacedOnTheSkyFromItsPointingAlone() throws Exception {
        Path file = write(header("10:00:00"), SolveAstrometry.by(StarField.catalogue(), "1"));
        List<Hdu> hdus = FitsFile.read(file).hdus();
        Header image = hdus.get(1).header();
        WorldCoordinates fitted = CoordinateCards.from(image).coordinates().orElseThrow();
        for (PixelPosition pixel : List.of(new PixelPosition(1, 1), new PixelPosition(512, 400))) {
            assertThat(fitted.skyAt(pixel).arcsecondsFrom(TRUTH.skyAt(pixel))).isLessThan(0.05);
        }
        assertThat(image.text("WCSQUAL")).contains("good");
        assertThat(image.text("WCSRUNG")).contains("any direction");
        assertThat(image.integer("WCSERR")).hasValue(0);
        assertThat(image.text("WCSRFCAT")).contains("forty stars");
        Header primary = hdus.get(0).header();
        assertThat(primary.integer("WCSMATCH").orElseThrow()).isGreaterThan(12);
        assertThat(primary.number("WCSRES").orElseThrow()).isLessThan(0.2);
        double east = image.number("WCSDELRA").orElseThrow();
        double north = image.number("WCSDELDE").orElseThrow();
        assertThat(Math.hypot(east, north))
                .isCloseTo(TRUTH.reference().arcsecondsFrom(new SkyPosition(150, -30 - 1 / 60.0)), within(0.1));
        assertThat(east).isPositive();
        assertThat(north).isPositive();
        SkySummary summary = FrameSummary.read(FitsFile.read(file)).sky();
        assertThat(summary.solved()).isEqualTo(1);
    }

    @Test
    void sourcesAreListedWithTheirPlacesOnTheSky() throws Exception {
        try (Fits fits = new Fits(write(header("10:00:00"), SolveAstrometry.by(StarField.catalogue(), "1"))
                .toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(4);
            double[] x = (double[]) table.getColumn("XWIN_IMAGE");
            double[] y = (double[]) table.getColumn("YWIN_IMAGE");
            double[] ra = (double[]) table.getColumn("ALPHA_J2000");
            double[] dec = (double[]) table.getColumn("DELTA_J2000");
            assertThat(ra).hasSizeGreaterThan(12);
            for (int i = 0; i < ra.length; i++) {
                SkyPosition place = new SkyPosition(ra[i], dec[i]);
                assertThat(place.arcsecondsFrom(TRUTH.skyAt(new PixelPosition(x[i], y[i]))))
                        .isLessThan(0.05);
            }
        }
    }

    @Test
    void aFrameOfAnotherPlaceKeepsItsHeaderAndIsFlagged() throws Exception {
        SolveAstrometry step = SolveAstrometry.by(StarField.catalogue(), "1");
        assertThat(found(step, header("11:00:00")).measurement().flags()).contains(Flag.ASTROMETRY_FAILED);
        Header image =
                FitsFile.read(write(header("11:00:00"), step)).hdus().get(1).header();
        assertThat(image.text("WCSQUAL")).contains("failed");
        assertThat(image.text("WCSWHY").orElseThrow()).contains("stars");
        assertThat(image.integer("WCSERR")).hasValue(1);
        assertThat(image.has("CD1_1")).isFalse();
    }

    @Test
    void aHeaderThatDoesNotSayWhereTheTelescopeLookedIsTheReason() {
        Findings found = found(SolveAstrometry.by(StarField.catalogue(), "1"), Header.EMPTY);
        Placement.Tried tried = (Placement.Tried) found.placement();
        assertThat(tried.solution().reason().orElseThrow()).contains("RA and DEC");
    }

    @Test
    void withoutACatalogueTheStepIsNotRunAndSaysSo() throws Exception {
        Header image = FitsFile.read(write(header("10:00:00"), SolveAstrometry.WITHOUT_REFERENCES))
                .hdus()
                .get(1)
                .header();
        assertThat(image.text("WCSQUAL")).contains("not run");
        assertThat(image.text("WCSWHY").orElseThrow()).contains("no reference catalogue");
        assertThat(found(SolveAstrometry.WITHOUT_REFERENCES, Header.EMPTY)
                        .measurement()
                        .flags())
                .isEmpty();
    }

    @Test
    void anotherCatalogueIsAnotherRecipe() {
        List<String> printed = Arrays.asList(
                SolveAstrometry.by(StarField.catalogue(), "1").printed(),
                SolveAstrometry.by(StarField.catalogue(), "2").printed(),
                SolveAstrometry.WITHOUT_REFERENCES.printed());
        assertThat(printed).doesNotHaveDuplicates();
    }

    @Test
    void placesAreReadInDegreesOrWithColons() {
        Header degrees = Header.builder()
                .put("RA", 150.0, "")
                .put("DEC", -30.5, "")
                .put("FOCALLEN", 2062.64806, "")
                .put("XPIXSZ", 10.0, "")
                .build();
        WorldCoordinates read =
                ((HeaderPointing.Read) at(degrees).pointing()).pointing().coordinates();
        assertThat(read.map().arcsecondsPerPixel()).isCloseTo(1, within(1e-9));
        Header colons = Header.builder()
                .put("OBJCTRA", "10 00 00", "")
                .put("OBJCTDEC", "-30 30 00", "")
                .put("PIXSCALE", 1.0, "")
                .build();
        WorldCoordinates other =
                ((HeaderPointing.Read) at(colons).pointing()).pointing().coordinates();
        assertThat(other.reference().arcsecondsFrom(read.reference())).isLessThan(1e-6);
    }
}
