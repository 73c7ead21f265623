package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.RowBlock;

/** Multiplies every pixel by its amplifier's gain; from here on the unit is electrons. The detector is an assembled one. */
public record ToElectrons(Detector assembled) implements BlockStep {
    public ToElectrons {
        assembled.amplifiers().forEach(amplifier -> amplifier.gain().orElseThrow());
    }

    @Override
    public void apply(RowBlock block) {
        for (Amplifier amplifier : assembled.amplifiers()) {
            multiply(block, amplifier.dataSection(), (float) amplifier.gain().getAsDouble());
        }
    }

    private static void multiply(RowBlock block, Section section, float gain) {
        float[] science = block.science();
        float[] variance = block.variance();
        block.within(section, (from, to) -> {
            for (int i = from; i < to; i++) {
                science[i] *= gain;
                variance[i] *= gain * gain;
            }
        });
    }

    @Override
    public String printed() {
        return "multiply by gain in electrons per ADU: "
                + assembled.each(amplifier -> amplifier.gain().getAsDouble());
    }
}
