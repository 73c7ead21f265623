package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu.Column;
import dev.vigil.imaging.OutputHdu.Doubles;
import dev.vigil.imaging.OutputHdu.Table;
import dev.vigil.reduction.StarField;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pointspread.PointSettings;
import dev.vigil.reduction.recipes.Recipe;
import dev.vigil.reduction.recipes.Reduced;
import dev.vigil.reduction.sources.SourceSettings;
import dev.vigil.reduction.steps.FitPointSources;
import dev.vigil.reduction.steps.MeasureSources;
import dev.vigil.reduction.steps.SolveAstrometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a frame whose first detector was placed on the sky, and whose second was not. */
class CatalogueColumnsTest {
    private static final ProductStory STORY =
            new ProductStory("U/a.fits", 1, "U", Optional.empty(), "abc", List.of(), "Vigil 0.1.0");
    private static final MeasureSources SOURCES = new MeasureSources(SourceSettings.DEFAULT);
    private static final SolveAstrometry ASTROMETRY = SolveAstrometry.by(StarField.catalogue(), "1");

    /** The place of the table of the first detector, behind its three planes. */
    private static final int FIRST = 4;

    private static final int SECOND = 8;

    /** Prints how many rows both tables have together, and how many of them have a place and a magnitude. */
    private static final String SCRIPT = """
            import sys
            import numpy
            from astropy.table import Table, vstack
            both = vstack([Table.read(sys.argv[1], hdu=4), Table.read(sys.argv[1], hdu=8)], metadata_conflicts='silent')
            known = lambda name: int(numpy.isfinite(numpy.ma.filled(both[name].data, numpy.nan)).sum())
            print(len(both), known('ALPHA_J2000'), known('MAG_AUTO'), both['MAG_AUTO'].unit, both['ALPHA_J2000'].unit)
            """;

    private static final Reduced PLACED = reduced("10:00:00");
    private static final Reduced UNPLACED = reduced("11:00:00");
    private static final ReducedFrame FRAME = frame(PLACED, UNPLACED);

    @TempDir
    Path folder;

    private static Reduced reduced(String ra) {
        DetectorImage image = StarField.image();
        Findings found = StarField.measured(ASTROMETRY, StarField.header(ra));
        return new Reduced(image, Marks.NONE, new FitPointSources(PointSettings.DEFAULT).measure(image, found));
    }

    private static ReducedFrame frame(Reduced... detectors) {
        return new ReducedFrame(
                STORY,
                Header.EMPTY,
                Stream.of(detectors)
                        .map(each -> new ReducedDetector(
                                StarField.DETECTOR, Header.EMPTY, Recipe.of("imaging", 1, SOURCES), each))
                        .toList(),
                Map.of());
    }

    private static Table table(int place) {
        return (Table) FRAME.hdus().get(place);
    }

    private static List<String> columns(int place) {
        return table(place).columns().stream()
                .map(column -> column.name() + " " + column.form() + " " + column.unit())
                .toList();
    }

    private static double[] values(int place, String name) {
        Column found = table(place).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ((Doubles) found).values();
    }

    @Test
    void allDetectorsOfAFileHaveTheSameColumns() {
        assertThat(columns(SECOND)).isEqualTo(columns(FIRST));
        assertThat(columns(FIRST))
                .contains("ALPHA_J2000 1D deg", "MAG_AUTO 1D mag", "MAGERR_AUTO 1D mag", "MAG_APER 2D mag")
                .contains("MAG_PSF 1D mag");
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        for (String name : List.of("ALPHA_J2000", "DELTA_J2000", "MAG_AUTO", "MAGERR_AUTO", "MAG_APER", "MAG_PSF")) {
            assertThat(values(FIRST, name)).as(name).isNotEmpty().doesNotContain(Double.NaN);
            assertThat(values(SECOND, name)).as(name).isNotEmpty().containsOnly(Double.NaN);
        }
        assertThat(values(SECOND, "FLUX_PSF")).doesNotContain(Double.NaN);
    }

    @Test
    void magnitudesAreThoseOfTheCatalogueByTheZeroPointOfTheHeader() {
        double zero = PLACED.findings().photometry().calibrated().orElseThrow().magnitudeOfOne();
        double[] light = values(FIRST, "FLUX_AUTO");
        double[] errors = values(FIRST, "FLUXERR_AUTO");
        double[] magnitudes = values(FIRST, "MAG_AUTO");
        double[] magnitudeErrors = values(FIRST, "MAGERR_AUTO");
        for (int i = 0; i < light.length; i++) {
            assertThat(magnitudes[i]).isCloseTo(zero - 2.5 * Math.log10(light[i]), within(1e-12));
            assertThat(magnitudeErrors[i]).isCloseTo(1.0857 * errors[i] / light[i], within(1e-5));
        }
        assertThat(nearestToACatalogueStar(magnitudes[0])).isLessThan(0.05);
    }

    /** Magnitudes of the field are a fortieth apart, so the place decides which star it is. */
    private static double nearestToACatalogueStar(double magnitude) {
        double x = values(FIRST, "XWIN_IMAGE")[0];
        double y = values(FIRST, "YWIN_IMAGE")[0];
        return StarField.stars().stream()
                .filter(star -> StarField.TRUTH
                        .pixelAt(star.position())
                        .filter(at -> Math.hypot(at.x() - x, at.y() - y) < 0.5)
                        .isPresent())
                .mapToDouble(star -> Math.abs(star.magnitude() - magnitude))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherProgramsPutTheTablesTogether() throws IOException {
        FitsWriter.write(folder.resolve("frame.fits"), FRAME.hdus());
        int rows = values(FIRST, "MAG_AUTO").length;
        OtherPrograms programs = new OtherPrograms(folder);
        assertThat(programs.fitsverify("frame.fits")).contains("0 warning(s) and 0 error(s)");
        assertThat(programs.astropy(SCRIPT, "frame.fits").strip())
                .isEqualTo("%d %d %d mag deg".formatted(2 * rows, rows, rows));
    }

    @Test
    void theSameFrameIsTheSameFile() throws IOException {
        Path once = folder.resolve("once.fits");
        Path again = folder.resolve("again.fits");
        FitsWriter.write(once, FRAME.hdus());
        FitsWriter.write(again, frame(reduced("10:00:00"), reduced("11:00:00")).hdus());
        assertThat(again).hasSameBinaryContentAs(once);
    }
}
