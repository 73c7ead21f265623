package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.MarkStep;
import dev.vigil.reduction.streaks.Found;
import dev.vigil.reduction.streaks.Sight;
import dev.vigil.reduction.streaks.StreakFinder;
import dev.vigil.reduction.streaks.Streaks;

/** Marks the straight streaks of satellites and aircraft; an image in electrons with its variance is needed. */
public record FlagStreaks(Streaks settings) implements MarkStep {
    /** Trails of bleeding charge are straight too. */
    private static final int USELESS = MaskBit.of(
            MaskBit.BAD, MaskBit.SATURATED, MaskBit.NO_DATA, MaskBit.UNILLUMINATED, MaskBit.BLEED, MaskBit.COSMIC_RAY);

    @Override
    public Marks mark(DetectorImage image) {
        Size size = image.size();
        Found found = StreakFinder.find(
                new Sight(size.width(), size.height(), image.science(), image.variance(), image.mask(), USELESS),
                settings);
        for (int pixel : found.pixels()) {
            image.mask()[pixel] |= MaskBit.SATELLITE_STREAK.value();
        }
        return Marks.of(MaskBit.SATELLITE_STREAK, found.streaks(), found.pixels().length);
    }

    @Override
    public String printed() {
        return "flag streaks: " + settings;
    }
}
