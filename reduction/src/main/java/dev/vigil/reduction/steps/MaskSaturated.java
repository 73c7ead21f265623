package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.RowBlock;

/** Marks what the raw counts show to be saturated, before any arithmetic can hide it. */
public record MaskSaturated(Detector detector) implements BlockStep {
    @Override
    public void apply(RowBlock block) {
        for (Amplifier amplifier : detector.amplifiers()) {
            amplifier.saturation().ifPresent(limit -> mark(block, amplifier.dataSection(), (float) limit));
        }
    }

    private static void mark(RowBlock block, Section section, float limit) {
        float[] science = block.science();
        int[] mask = block.mask();
        block.within(section, (from, to) -> {
            for (int i = from; i < to; i++) {
                if (!(Math.abs(science[i]) < limit)) {
                    mask[i] |= markOf(science[i], limit);
                }
            }
        });
    }

    /** Asked of few: one comparison has already told that nothing is wrong with the others. */
    private static int markOf(float counts, float limit) {
        if (!Float.isFinite(counts)) {
            return MaskBit.NO_DATA.value();
        }
        return counts >= limit ? MaskBit.SATURATED.value() : 0;
    }

    @Override
    public String printed() {
        return "mask saturated pixels: " + detector.each(MaskSaturated::limit);
    }

    private static String limit(Amplifier amplifier) {
        return amplifier.saturation().isPresent()
                ? "raw count >= " + amplifier.saturation().getAsDouble()
                : "limit unknown, none masked";
    }
}
