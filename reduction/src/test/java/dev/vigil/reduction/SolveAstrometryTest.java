package dev.vigil.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.astrometry.CoordinateCards;
import dev.vigil.reduction.astrometry.Distortion;
import dev.vigil.reduction.astrometry.LinearMap;
import dev.vigil.reduction.astrometry.PixelPosition;
import dev.vigil.reduction.astrometry.SkyPosition;
import dev.vigil.reduction.astrometry.WorldCoordinates;
import dev.vigil.reduction.references.Epoch;
import dev.vigil.reduction.references.ReferenceBand;
import dev.vigil.reduction.references.ReferenceStar;
import dev.vigil.reduction.references.References;
import dev.vigil.reduction.sources.SourceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveAstrometryTest {
    private static final Size SIZE = new Size(512, 400);
    private static final Detector DETECTOR = Detector.of("main", 0, Amplifier.of(Section.parse("[1:512,1:400]")));
    private static final double SKY = 200;
    private static final double DEGREES = 1.0 / 3600;
    private static final WorldCoordinates TRUTH = new WorldCoordinates(
            new SkyPosition(150.02, -30.01),
            new PixelPosition(256.5, 200.5),
            new LinearMap(-DEGREES * 0.99, DEGREES * 0.1, DEGREES * 0.1, DEGREES * 0.99),
            new Distortion.None());

    private static final ProductStory STORY =
            new ProductStory("T1/a.fits", 1, "T1", Optional.empty(), "abc", List.of(), "Vigil 0.1.0");

    @TempDir
    Path folder;

    /** Forty stars in the frame and as many around it, the brightest first. */
    private static List<ReferenceStar> stars() {
        Random random = new Random(3);
        List<ReferenceStar> stars = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            PixelPosition pixel =
                    new PixelPosition(-300 + 1100 * random.nextDouble(), -300 + 1000 * random.nextDouble());
            stars.add(new ReferenceStar(
                    TRUTH.skyAt(pixel),
                    OptionalDouble.empty(),
                    12 + i / 40.0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    false));
        }
        return stars;
    }

    private record Listed(List<ReferenceStar> stars) implements References {
        @Override
        public String name() {
            return "forty stars";
        }

        @Override
        public ReferenceBand band() {
            return new ReferenceBand("V", "Vega", Optional.empty());
        }

        @Override
        public List<ReferenceStar> around(SkyPosition centre, double radiusDegrees, Epoch epoch, int atMost) {
            return stars.stream()
                    .filter(star -> star.position().arcsecondsFrom(centre) <= 3600 * radiusDegrees)
                    .limit(atMost)
                    .toList();
        }
    }

    private static DetectorImage image() {
        float[] pixels = Frames.noise(SIZE, SKY, Math.sqrt(SKY), 5);
        for (ReferenceStar star : stars()) {
            PixelPosition at = TRUTH.pixelAt(star.position()).orElseThrow();
            draw(pixels, at.x() - 1, at.y() - 1, 5e5 * Math.pow(10, -0.4 * (star.magnitude() - 12)));
        }
        float[] variance = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            variance[i] = Math.max(pixels[i], 1);
        }
        return new DetectorImage(SIZE, pixels, variance, new int[pixels.length]);
    }

    private static void draw(float[] pixels, double x, double y, double flux) {
        double sigma = 1.4;
        for (int i = 0; i < pixels.length; i++) {
            double dx = i % SIZE.width() - x;
            double dy = i / SIZE.width() - y;
            if (Math.abs(dx) < 10 && Math.abs(dy) < 10) {
                pixels[i] += (float)
                        (flux / (2 * Math.PI * sigma * sigma) * Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma)));
            }
        }
    }

    private static Header header(String ra) {
        return Header.builder()
                .put("RA", ra, "")
                .put("DEC", "-30:01:00", "")
                .put("PIXSCALE", 1.0, "")
                .build();
    }

    private static Whereabouts at(Header header) {
        return new Whereabouts(PointingCards.of(header, header, DETECTOR), Optional.empty(), List.of());
    }

    private static Findings found(SolveAstrometry step, Header header) {
        Findings sources = new MeasureSources(SourceSettings.DEFAULT).measure(image());
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
        Path file = write(header("10:00:00"), SolveAstrometry.by(new Listed(stars()), "1"));
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
        try (Fits fits = new Fits(write(header("10:00:00"), SolveAstrometry.by(new Listed(stars()), "1"))
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
        SolveAstrometry step = SolveAstrometry.by(new Listed(stars()), "1");
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
        Findings found = found(SolveAstrometry.by(new Listed(stars()), "1"), Header.EMPTY);
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
                SolveAstrometry.by(new Listed(stars()), "1").printed(),
                SolveAstrometry.by(new Listed(stars()), "2").printed(),
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
