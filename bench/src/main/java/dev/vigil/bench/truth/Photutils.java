package dev.vigil.bench.truth;

import dev.vigil.bench.Shell;
import dev.vigil.reduction.pixels.DetectorImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Astropy's own search for sources, as its documentation puts it together; only its work is timed, not its start nor its files. */
final class Photutils {
    private static final String SCRIPT = """
            import sys, time, warnings, numpy
            from astropy.convolution import convolve
            from photutils.aperture import CircularAperture, aperture_photometry
            from photutils.background import Background2D, MedianBackground
            from photutils.segmentation import SourceCatalog, deblend_sources, detect_sources
            try:
                from photutils.segmentation import make_2dgaussian_kernel
            except ImportError:
                from astropy.convolution import Gaussian2DKernel
                def make_2dgaussian_kernel(fwhm, size):
                    kernel = Gaussian2DKernel(fwhm / 2.3548, x_size=size, y_size=size)
                    kernel.normalize()
                    return kernel
            warnings.simplefilter('ignore')
            width = int(sys.argv[3])
            pixels = numpy.fromfile(sys.argv[1], '>f4').astype('f4').reshape(-1, width)
            cpu = time.process_time()
            sky = Background2D(pixels, (64, 64), filter_size=(3, 3), bkg_estimator=MedianBackground())
            light = pixels - sky.background
            smooth = convolve(light, make_2dgaussian_kernel(3.0, size=5))
            whose = detect_sources(smooth, 1.5 * sky.background_rms, npixels=5)
            whose = deblend_sources(smooth, whose, npixels=5, progress_bar=False)
            found = SourceCatalog(light, whose, convolved_data=smooth)
            x, y = found.xcentroid_win, found.ycentroid_win
            bad = ~(numpy.isfinite(x) & numpy.isfinite(y))
            x, y = numpy.where(bad, found.xcentroid, x), numpy.where(bad, found.ycentroid, y)
            aperture = aperture_photometry(light, CircularAperture(numpy.transpose((x, y)), 8.0))['aperture_sum']
            kron, wide = found.kron_flux, found.fwhm.value
            print(time.process_time() - cpu)
            numpy.savetxt(sys.argv[2], numpy.transpose((x, y, aperture, kron, wide)))
            """;

    private final List<String> command;
    private final Path found;

    private Photutils(List<String> command, Path found) {
        this.command = command;
        this.found = found;
    }

    /** Ready to look at an image of electrons; empty where no Python has it. */
    static Optional<Photutils> over(DetectorImage image, Path folder) throws IOException, InterruptedException {
        Path pixels = folder.resolve("photutils.pixels");
        Path found = folder.resolve("photutils.found");
        PixelFile.write(image.science(), pixels);
        return Python.with("numpy, photutils")
                .map(python -> new Photutils(
                        Stream.of(
                                        python,
                                        "-c",
                                        SCRIPT,
                                        pixels,
                                        found,
                                        image.size().width())
                                .map(String::valueOf)
                                .toList(),
                        found));
    }

    double cpuSeconds() throws IOException, InterruptedException {
        return Double.parseDouble(Shell.printed(command).strip());
    }

    List<Spot> spots() throws IOException {
        return Files.readAllLines(found, StandardCharsets.US_ASCII).stream()
                .map(line -> spot(line.strip().split("\\s+")))
                .toList();
    }

    private static Spot spot(String[] columns) {
        return new Spot(
                Double.parseDouble(columns[0]),
                Double.parseDouble(columns[1]),
                Double.parseDouble(columns[2]),
                Double.parseDouble(columns[3]),
                Double.parseDouble(columns[4]),
                0);
    }
}
