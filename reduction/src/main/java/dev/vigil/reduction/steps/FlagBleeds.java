package dev.vigil.reduction.steps;

import dev.vigil.reduction.findings.Marks;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.MarkStep;

/** Marks the trails of charge that flow out of saturated stars along the columns of a CCD, with their fading ends. */
public record FlagBleeds() implements MarkStep {
    @Override
    public Marks mark(DetectorImage image) {
        BleedTrails trails = new BleedTrails(image);
        trails.mark();
        return Marks.of(MaskBit.BLEED, trails.trails(), trails.pixels());
    }

    @Override
    public String printed() {
        return "flag bleeding charge: columns of saturated pixels at least " + BleedTrails.SHORTEST + " long and "
                + BleedTrails.SLENDER + " times longer than wide, and their ends above " + BleedTrails.SIGMA + " sigma";
    }
}
