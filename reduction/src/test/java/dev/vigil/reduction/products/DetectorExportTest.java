package dev.vigil.reduction.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.FitsFile;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorExportTest {
    private static final DetectorExport DWF = new DetectorExport(DetectorNames.of("dwf"), true);

    @TempDir
    Path folder;

    /** A reduced frame of two detectors, whose coordinates bend. */
    private Path product() throws IOException {
        Header primary = Header.builder()
                .put("FRAMEID", "DECam/c4d_1.fits.fz", "")
                .put("OBJECT", "Antlia 2", "")
                .put("FILTER", "g DECam SDSS c0001 4720.0 1520.0", "")
                .put("DATE-OBS", "2026-02-07T04:03:02.5", "")
                .put("EXPNUM", 1234567, "")
                .build();
        Path file = folder.resolve("product.fits");
        FitsWriter.write(file, List.of(OutputHdu.empty(primary), science(1), mask(1), science(2), mask(2)));
        return file;
    }

    private static OutputHdu science(int number) {
        Header header = Header.builder()
                .put("EXTNAME", "SCI", "")
                .put("EXTVER", number, "")
                .put("DETECTOR", "S" + number, "")
                .put("CCDNUM", 28 + number, "")
                .put("CTYPE1", "RA---TAN-SIP", "")
                .put("CTYPE2", "DEC--TAN-SIP", "")
                .put("CRVAL1", 150.0, "")
                .put("CRVAL2", -30.0, "")
                .put("CRPIX1", 2.0, "")
                .put("CRPIX2", 1.5, "")
                .put("CD1_1", -7e-5, "")
                .put("CD1_2", 0.0, "")
                .put("CD2_1", 0.0, "")
                .put("CD2_2", 7e-5, "")
                .put("A_ORDER", 2, "")
                .put("A_2_0", 1e-5, "")
                .put("B_ORDER", 2, "")
                .put("B_0_2", 1e-5, "")
                .build();
        return OutputHdu.image(header, new Image(3, 2, new float[] {number, 2, 3, 4, 5, 6}), PixelType.FLOAT_32);
    }

    private static OutputHdu mask(int number) {
        return OutputHdu.integers(
                Header.builder()
                        .put("EXTNAME", "MASK", "")
                        .put("EXTVER", number, "")
                        .build(),
                3,
                2,
                new int[6],
                PixelType.INT_16);
    }

    @Test
    void eachDetectorGetsAFileOfTheNameThatAnotherPipelineWants() throws Exception {
        List<Path> files = DWF.write(product(), folder.resolve("out"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Antlia-2.g.ut260207.1234567_29.fits", "Antlia-2.g.ut260207.1234567_30.fits");
        FitsFile file = FitsFile.read(files.get(1));
        assertThat(file.hdus()).hasSize(1);
        Header header = file.primary().header();
        assertThat(header.text("OBJECT")).contains("Antlia 2");
        assertThat(header.text("DETECTOR")).contains("S2");
        assertThat(header.text("CTYPE1")).contains("RA---TPV");
        assertThat(header.has("A_ORDER")).isFalse();
        assertThat(header.has("EXTNAME")).isFalse();
        try (ImageReader reader = ImageReader.open(files.get(1))) {
            assertThat(reader.read(0).pixels()).containsExactly(2, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void coordinatesStayAsTheyAreUnlessTpvIsWanted() throws Exception {
        DetectorExport usual = new DetectorExport(DetectorNames.USUAL, false);
        List<Path> files = usual.write(product(), folder.resolve("out"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("c4d_1_S1.fits", "c4d_1_S2.fits");
        assertThat(FitsFile.read(files.get(0)).primary().header().text("CTYPE1"))
                .contains("RA---TAN-SIP");
    }

    @Test
    void nothingIsOverwrittenAndWhatIsMissingIsNamed() throws Exception {
        Path product = product();
        Path out = folder.resolve("out");
        DWF.write(product, out);
        assertThatThrownBy(() -> DWF.write(product, out)).isInstanceOf(FileAlreadyExistsException.class);
        DetectorExport visit = new DetectorExport(DetectorNames.of("{VISIT}.fits"), false);
        assertThatThrownBy(() -> visit.write(product, out)).hasMessageContaining("{VISIT}");
        assertThatThrownBy(() -> DetectorNames.of("same.fits")).hasMessageContaining("same.fits");
        assertThatThrownBy(() -> DetectorNames.of("../{OBJECT}.fits")).hasMessageContaining("names no files");
        Path raw = folder.resolve("raw.fits");
        FitsWriter.write(raw, List.of(mask(1)));
        assertThatThrownBy(() -> DWF.write(raw, out))
                .isInstanceOf(BadFitsException.class)
                .hasMessageContaining("no reduced frame");
    }
}
