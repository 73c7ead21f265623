package dev.vigil.reduction.steps;

import dev.vigil.reduction.cosmicrays.CosmicRayFinder;
import dev.vigil.reduction.cosmicrays.CosmicRays;
import dev.vigil.reduction.cosmicrays.Exposure;
import dev.vigil.reduction.cosmicrays.Found;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.MarkStep;

/**
 * Marks the pixels that cosmic rays struck; an image in electrons with its variance is needed. A hot pixel that no master
 * tells of looks like one in a single exposure, and is marked too.
 */
public record FlagCosmicRays(CosmicRays settings) implements MarkStep {
    private static final Exposure.Bits BITS = new Exposure.Bits(
            MaskBit.BAD.value(),
            MaskBit.of(MaskBit.NO_DATA, MaskBit.UNILLUMINATED, MaskBit.SATELLITE_STREAK),
            MaskBit.of(MaskBit.SATURATED, MaskBit.BLEED));

    @Override
    public Marks mark(DetectorImage image) {
        Found found = CosmicRayFinder.find(exposure(image), settings);
        for (int pixel : found.pixels()) {
            image.mask()[pixel] |= MaskBit.COSMIC_RAY.value();
        }
        return Marks.of(MaskBit.COSMIC_RAY, found.hits(), found.pixels().length);
    }

    private static Exposure exposure(DetectorImage image) {
        Size size = image.size();
        return new Exposure(size.width(), size.height(), image.science(), image.variance(), image.mask(), BITS);
    }

    @Override
    public String printed() {
        return "flag cosmic rays: " + settings;
    }
}
