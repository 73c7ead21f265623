package dev.vigil.bench.truth;

import dev.vigil.bench.Contestant;
import dev.vigil.imaging.FitsWriter;
import dev.vigil.imaging.Header;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.reduction.pixels.DetectorImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** SExtractor with its own defaults, and the columns that a photometrist asks for. */
final class SourceExtractor {
    private static final String PROGRAM = "source-extractor";
    private static final Path SHARED = Path.of("/usr/share/source-extractor");
    private static final List<String> COLUMNS = List.of(
            "XWIN_IMAGE",
            "YWIN_IMAGE",
            "FLUX_APER(1)",
            "FWHM_IMAGE",
            "FLAGS",
            "FLUX_AUTO",
            "FLUXERR_AUTO",
            "X_IMAGE",
            "Y_IMAGE",
            "FLUX_RADIUS",
            "A_IMAGE",
            "B_IMAGE");

    private final Path catalogue;
    private final Contestant contestant;

    private SourceExtractor(Path catalogue, Contestant contestant) {
        this.catalogue = catalogue;
        this.contestant = contestant;
    }

    /** Ready to look at an image of electrons; empty where it is not installed. */
    static Optional<SourceExtractor> over(DetectorImage image, double saturation, Path folder) throws IOException {
        Path frame = folder.resolve("frame.fits");
        Path columns = Files.write(folder.resolve("columns"), COLUMNS);
        Path settings = Files.writeString(folder.resolve("settings"), "");
        Path catalogue = folder.resolve("catalogue");
        Files.deleteIfExists(frame);
        write(image, frame);
        return Contestant.program(
                        PROGRAM,
                        frame.toString(),
                        "-c",
                        settings.toString(),
                        "-PARAMETERS_NAME",
                        columns.toString(),
                        "-FILTER_NAME",
                        SHARED.resolve("default.conv").toString(),
                        "-STARNNW_NAME",
                        SHARED.resolve("default.nnw").toString(),
                        "-CATALOG_NAME",
                        catalogue.toString(),
                        "-GAIN",
                        "1",
                        "-SATUR_LEVEL",
                        String.valueOf(saturation),
                        "-PHOT_APERTURES",
                        "16",
                        "-VERBOSE_TYPE",
                        "QUIET")
                .map(program -> new SourceExtractor(catalogue, program));
    }

    private static void write(DetectorImage image, Path file) throws IOException {
        Image pixels = new Image(image.size().width(), image.size().height(), image.science());
        FitsWriter.write(file, List.of(OutputHdu.image(Header.builder().build(), pixels, PixelType.FLOAT_32)));
    }

    double cpuSeconds() throws Exception {
        return contestant.cpuSeconds();
    }

    List<Spot> spots() throws IOException {
        return Files.readAllLines(catalogue, StandardCharsets.US_ASCII).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> spot(line.strip().split("\\s+")))
                .toList();
    }

    private static Spot spot(String[] columns) {
        return new Spot(
                Double.parseDouble(columns[0]) - 1,
                Double.parseDouble(columns[1]) - 1,
                Double.parseDouble(columns[2]),
                Double.parseDouble(columns[5]),
                Double.parseDouble(columns[3]),
                Integer.parseInt(columns[4]));
    }
}
