package dev.vigil.reduction.steps;

import dev.vigil.reduction.findings.Catalogue;
import dev.vigil.reduction.findings.Findings;
import dev.vigil.reduction.findings.Flag;
import dev.vigil.reduction.findings.Measurement;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.ImageStep;
import dev.vigil.reduction.sources.Seeing;
import dev.vigil.reduction.sources.SkyImage;
import dev.vigil.reduction.sources.SourceCatalogue;
import dev.vigil.reduction.sources.SourceExtraction;
import dev.vigil.reduction.sources.SourceSettings;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Measures the sky, finds and measures the sources, and takes the seeing from the brightest clean stars. */
public record MeasureSources(SourceSettings settings) implements ImageStep {
    /** Pixels that say nothing of what shone on them. */
    private static final int USELESS =
            MaskBit.of(MaskBit.BAD, MaskBit.COSMIC_RAY, MaskBit.NO_DATA, MaskBit.UNILLUMINATED);

    private static final int SATURATED = MaskBit.of(MaskBit.SATURATED, MaskBit.BLEED);

    @Override
    public Findings measure(DetectorImage image, Findings before) {
        SourceCatalogue found = catalogue(image);
        Measurement measurement = found.sky().isEmpty() ? Measurement.NONE : measurement(found);
        return new Findings(measurement, Optional.of(new Catalogue(settings, found)));
    }

    /** All sources of an image. */
    public SourceCatalogue catalogue(DetectorImage image) {
        return SourceExtraction.of(sky(image), settings);
    }

    /** The image as those see it who look for sources. */
    static SkyImage sky(DetectorImage image) {
        return new SkyImage(
                image.size().width(),
                image.size().height(),
                image.science(),
                variance(image),
                image.mask(),
                USELESS,
                SATURATED,
                MaskBit.SATELLITE_STREAK.value());
    }

    /** Raw frames have none. */
    private static Optional<float[]> variance(DetectorImage image) {
        for (float variance : image.variance()) {
            if (variance > 0) {
                return Optional.of(image.variance());
            }
        }
        return Optional.empty();
    }

    private static Measurement measurement(SourceCatalogue found) {
        return new Measurement(
                OptionalDouble.of(found.sky().level()),
                OptionalDouble.of(found.sky().noise()),
                found.found(),
                number(found.seeing().map(Seeing::fwhm)),
                number(found.seeing().map(Seeing::ellipticity)),
                number(found.seeing().map(Seeing::theta)),
                found.seeing().isPresent() ? Set.of() : EnumSet.of(Flag.TOO_FEW_STARS));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    @Override
    public String printed() {
        return "measure sources beside cosmic rays and streaks: " + settings;
    }
}
