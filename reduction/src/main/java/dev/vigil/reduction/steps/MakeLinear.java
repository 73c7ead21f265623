package dev.vigil.reduction.steps;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Linearity;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.Fingerprint;
import dev.vigil.reduction.recipes.RowBlock;

/**
 * Makes counts proportional to light, by what is known of each amplifier. The detector is an assembled one, its counts are
 * free of bias. Beyond the end of what is known the curve goes on straight, and the pixel is marked.
 */
public record MakeLinear(Detector assembled) implements BlockStep {
    @Override
    public void apply(RowBlock block) {
        for (Amplifier amplifier : assembled.amplifiers()) {
            amplifier.linearity().ifPresent(curve -> correct(block, amplifier.dataSection(), curve));
        }
    }

    private static void correct(RowBlock block, Section section, Linearity curve) {
        float[] science = block.science();
        float[] variance = block.variance();
        int[] mask = block.mask();
        double end = curve.end();
        block.within(section, (from, to) -> {
            for (int i = from; i < to; i++) {
                double counts = Math.min(science[i], end);
                double slope = curve.slope(counts);
                mask[i] |= science[i] > end ? MaskBit.NON_LINEAR.value() : 0;
                science[i] = (float) (curve.at(counts) + (science[i] - counts) * slope);
                variance[i] *= (float) (slope * slope);
            }
        });
    }

    @Override
    public void tell(Header.Builder cards) {
        cards.put("LINCORR", Fingerprint.of(printed()).substring(0, 16), "fingerprint of the linearity curves");
    }

    @Override
    public String printed() {
        return "make linear: "
                + assembled.each(
                        amplifier -> amplifier.linearity().map(Object::toString).orElse("as it is"));
    }
}
