package dev.vigil.reduction.products;

import dev.vigil.reduction.photometry.Photometry;
import dev.vigil.reduction.sources.Flux;

/**
 * Electrons of the whole exposure as magnitudes; no number where there is no zero point, nor of light that is not above nothing.
 *
 * @param ofOne the magnitude of one electron, no number where it is not known
 */
record Magnitudes(double ofOne) {
    private static final double PER_SHARE = 2.5 / Math.log(10);

    static Magnitudes by(Photometry photometry) {
        return new Magnitudes(photometry
                .calibrated()
                .map(Photometry.Calibrated::magnitudeOfOne)
                .orElse(Double.NaN));
    }

    double of(Flux light) {
        return light.value() > 0 ? ofOne - 2.5 * Math.log10(light.value()) : Double.NaN;
    }

    /** The standard error, without that of the zero point. */
    double errorOf(Flux light) {
        return light.value() > 0 && !Double.isNaN(ofOne) ? PER_SHARE * light.error() / light.value() : Double.NaN;
    }
}
