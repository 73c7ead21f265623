package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.RowBlock;

/** Adds to the variance what counting electrons and reading them brings: max(signal, 0) + read noise squared. */
public record PredictNoise(Detector assembled) implements BlockStep {
    public PredictNoise {
        assembled.amplifiers().forEach(amplifier -> amplifier.readNoise().orElseThrow());
    }

    @Override
    public void apply(RowBlock block) {
        for (Amplifier amplifier : assembled.amplifiers()) {
            double readNoise = amplifier.readNoise().getAsDouble();
            add(block, amplifier.dataSection(), (float) (readNoise * readNoise));
        }
    }

    private static void add(RowBlock block, Section section, float readVariance) {
        float[] science = block.science();
        float[] variance = block.variance();
        block.within(section, (from, to) -> {
            for (int i = from; i < to; i++) {
                variance[i] += Math.max(science[i], 0f) + readVariance;
            }
        });
    }

    @Override
    public String printed() {
        return "predict variance: max(signal, 0) + read noise squared, read noise in electrons: "
                + assembled.each(amplifier -> amplifier.readNoise().getAsDouble());
    }
}
