package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.Completeness;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Header;
import dev.vigil.reduction.Frames;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pointspread.PointSettings;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.sources.Source;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.MeasureSources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of sources in a reduced frame's file. */
class CatalogueFileTest {
    private static final Size SIZE = new Size(256, 192);
    private static final MeasureSources STEP = new MeasureSources(SourceSettings.DEFAULT);
    private static final FitPointSources POINTS = new FitPointSources(PointSettings.DEFAULT);
    private static final ProductStory STORY = new ProductStory(
            "U/a.fits", 1, "U", Optional.of(LocalDate.of(2026, 11, 19)), "abc", List.of(), "Vigil 0.1.0");

    /** Prints the units, and the table's rows as astropy has them. */
    private static final String SCRIPT = """
            import sys
            from astropy.table import Table
            table = Table.read(sys.argv[1], hdu=4)
            print(table['XWIN_IMAGE'].unit, table['FLUX_AUTO'].unit, table['ISOAREA_IMAGE'].unit, table['THETA_IMAGE'].unit)
            for row in table:
                print(row['NUMBER'], round(row['XWIN_IMAGE']), round(row['YWIN_IMAGE']), len(row['FLUX_APER']), row['FLAGS'])
            """;

    @TempDir
    Path folder;

    /** Three stars on a sky of 200 electrons. */
    private static DetectorImage stars() {
        DetectorImage image = sky(1);
        Frames.addStar(image.science(), SIZE, 60, 40, 20_000, 3);
        Frames.addStar(image.science(), SIZE, 180.25, 90, 40_000, 3);
        Frames.addStar(image.science(), SIZE, 100, 150.5, 30_000, 3);
        return image;
    }

    private static DetectorImage sky(long seed) {
        float[] variance = new float[SIZE.pixels()];
        Arrays.fill(variance, 200);
        return new DetectorImage(SIZE, Frames.noise(SIZE, 200, Math.sqrt(200), seed), variance, new int[SIZE.pixels()]);
    }

    private Path write(String name, DetectorImage... images) throws IOException {
        List<ReducedDetector> detectors = new ArrayList<>();
        for (DetectorImage image : images) {
            Detector detector = Detector.of("ccd" + detectors.size(), 0, Amplifier.of(Section.parse("[1:256,1:192]")));
            Reduced reduced = new Reduced(image, Marks.NONE, POINTS.measure(image, STEP.measure(image, Findings.NONE)));
            detectors.add(new ReducedDetector(detector, Header.EMPTY, Recipe.of("imaging", 1, STEP), reduced));
        }
        Path file = folder.resolve(name);
        FitsWriter.write(file, new ReducedFrame(STORY, Header.EMPTY, detectors, Map.of()).hdus());
        return file;
    }

    @Test
    void everySourceIsARowWithItsPlaceLightAndShape() throws Exception {
        Path file = write("stars.fits", stars());
        try (Fits fits = new Fits(file.toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(4);
            assertThat((long[]) table.getColumn("NUMBER")).containsExactly(1, 2, 3);
            assertThat((double[]) table.getColumn("XWIN_IMAGE"))
                    .containsExactly(new double[] {61, 181.25, 101}, within(0.1));
            assertThat((double[]) table.getColumn("YWIN_IMAGE"))
                    .containsExactly(new double[] {41, 91, 151.5}, within(0.1));
            assertThat((double[]) table.getColumn("FLUX_AUTO"))
                    .containsExactly(new double[] {20_000, 40_000, 30_000}, within(900.0));
            assertThat(((double[][]) table.getColumn("FLUX_APER"))[1])
                    .containsExactly(new double[] {40_000, 40_000}, within(1500.0));
            assertThat((double[]) table.getColumn("BACKGROUND"))
                    .containsExactly(new double[] {200, 200, 200}, within(3.0));
            assertThat((double[]) table.getColumn("FWHM_IMAGE")).containsExactly(new double[] {3, 3, 3}, within(0.2));
            assertThat((double[]) table.getColumn("SPREAD")).containsExactly(new double[] {0, 0, 0}, within(0.1));
            assertThat((long[]) table.getColumn("FLAGS")).containsExactly(0, 0, 0);
        }
    }

    @Test
    void whereStarsAreTooFewTheHeaderSaysWhyThereAreNoPoints() throws Exception {
        Path file = write("few.fits", stars());
        assertThat(catalogues(file).get(0).header().text("PSFWHY")).hasValue("3 clean stars stand alone, 5 are needed");
        try (Fits fits = new Fits(file.toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(4);
            assertThat((double[]) table.getColumn("FLUX_PSF")).hasSize(3).containsOnly(Double.NaN);
        }
    }

    @Test
    void sourcesAreFittedAsPointsWhereStarsTellWhatOneLooksLike() throws Exception {
        DetectorImage image = sky(3);
        for (int i = 0; i < 8; i++) {
            Frames.addStar(image.science(), SIZE, 30 + 26 * i, 40 + 14.5 * i, 30_000, 3);
        }
        Path file = write("points.fits", image);
        Header header = catalogues(file).get(0).header();
        assertThat(header.integer("PSFSTARS")).hasValue(8);
        assertThat(header.integer("PSFDEG")).hasValue(0);
        try (Fits fits = new Fits(file.toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(4);
            double[] flux = (double[]) table.getColumn("FLUX_PSF");
            double[] x = (double[]) table.getColumn("XPSF_IMAGE");
            assertThat(flux).hasSize(8);
            for (int i = 0; i < 8; i++) {
                assertThat(flux[i]).isCloseTo(30_000, within(1_500.0));
                assertThat(x[i]).isCloseTo(31 + 26 * i, within(0.1));
            }
        }
    }

    @Test
    void everyColumnSaysWhatItMeans() throws Exception {
        Header header = catalogues(write("stars.fits", stars())).get(0).header();
        long columns = header.integer("TFIELDS").orElseThrow();
        for (int i = 1; i <= columns; i++) {
            assertThat(header.text("TUCD" + i)).isPresent();
            assertThat(header.text("TCOMM" + i)).isPresent();
        }
        assertThat(header.number("APRAD1")).hasValue(4);
        assertThat(String.join("\n", header.comments())).contains("flag 4: has a saturated pixel");
    }

    @Test
    void everyDetectorHasATableOfItsOwnWithOrWithoutSources() throws Exception {
        List<Hdu> tables = catalogues(write("two.fits", stars(), sky(2)));
        assertThat(tables.stream().map(table -> table.header().text("DETECTOR").orElseThrow()))
                .containsExactly("ccd0", "ccd1");
        assertThat(tables.stream().map(table -> table.header().integer("EXTVER").orElseThrow()))
                .containsExactly(1L, 2L);
        assertThat(tables.stream().map(table -> table.header().integer("NAXIS2").orElseThrow()))
                .containsExactly(3L, 0L);
    }

    @Test
    void theSameImageMeasuredTwiceIsTheSameFileWhoseSumsProveIt() throws Exception {
        Path once = write("once.fits", stars());
        assertThat(once).hasSameBinaryContentAs(write("twice.fits", stars()));
        assertThat(Completeness.judge(once)).isEqualTo(new Completeness.Complete(true, List.of()));
    }

    @Test
    void fitsverifyFindsNothingAmiss() throws Exception {
        write("two.fits", stars(), sky(2));
        assertThat(programs().fitsverify("two.fits")).contains("0 warning(s) and 0 error(s)");
    }

    @Test
    void astropyReadsTheTableAndItsUnits() throws Exception {
        write("stars.fits", stars());
        assertThat(programs().astropy(SCRIPT, "stars.fits").lines())
                .containsExactly("pix electron pix2 deg", "1 61 41 2 0", "2 181 91 2 0", "3 101 152 2 0");
    }

    @ParameterizedTest
    @CsvSource({"30, 1.5", "30000, 1.5", "5000, 4"})
    void aMarkedStreakFaintOrBrightIsNoSourceAndTheStarsBesideItAreMeasured(double height, double width) {
        DetectorImage image = stars();
        for (int i = 0; i < SIZE.pixels(); i++) {
            double away = i / SIZE.width() - 121;
            image.science()[i] += (float) (height * Math.exp(-away * away / (2 * width * width)));
            image.mask()[i] |= Math.abs(away) < 2.5 * width ? MaskBit.SATELLITE_STREAK.value() : 0;
        }
        assertThat(STEP.catalogue(image).sources().stream()
                        .mapToDouble(Source::y)
                        .toArray())
                .containsExactly(new double[] {41, 91, 151.5}, within(0.2));
    }

    private OtherPrograms programs() {
        return new OtherPrograms(folder);
    }

    private static List<Hdu> catalogues(Path file) throws Exception {
        return FitsFile.read(file).hdus().stream()
                .filter(hdu -> hdu.name().filter("CATALOG"::equals).isPresent())
                .toList();
    }
}
