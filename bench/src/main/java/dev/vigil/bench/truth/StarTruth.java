package dev.vigil.bench.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;

/**
 * The stars of an exposure as they were drawn.
 *
 * @param x their columns in the trimmed image, counted from 0
 * @param fwhm the seeing, in pixels, before these blurred it
 * @param zeroPoint the magnitude of one electron, in the whole exposure and where the flat has its median
 */
record StarTruth(double[] x, double[] y, double[] magnitude, double fwhm, double zeroPoint) {

    static StarTruth read(Path folder, int exposure) throws IOException {
        JsonNode facts = new ObjectMapper()
                .readTree(folder.resolve("sci_%02d.json".formatted(exposure)).toFile());
        try (Fits fits = new Fits(
                folder.resolve("sci_%02d_stars.fits".formatted(exposure)).toFile())) {
            BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(1);
            return new StarTruth(
                    (double[]) table.getColumn("X"),
                    (double[]) table.getColumn("Y"),
                    (double[]) table.getColumn("MAG"),
                    facts.get("fwhm").asDouble(),
                    zeroPoint(facts));
        } catch (FitsException e) {
            throw new IOException(e);
        }
    }

    private static double zeroPoint(JsonNode facts) {
        return facts.get("zp_e_per_s").asDouble()
                + magnitudes(facts.get("exptime").asDouble())
                + magnitudes(facts.get("flat_median").asDouble());
    }

    static double magnitudes(double factor) {
        return 2.5 * Math.log10(factor);
    }

    /** The share of a star's light within eight pixels, in magnitudes that are to be added to what was measured there. */
    double apertureCorrection() {
        double scale = fwhm / 2 / Math.sqrt(Math.cbrt(2) - 1);
        return magnitudes(1 - Math.pow(1 + 64 / (scale * scale), -2));
    }

    /** What is within this is taken for the star. */
    double matchingRadius() {
        return Math.max(1.5, 0.6 * fwhm);
    }

    Places places(int size) {
        return new Places(x, y, size);
    }
}
