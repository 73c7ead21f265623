package dev.vigil.reduction;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes from every row the level of its own overscan: the mean of the overscan pixels within three robust standard
 * deviations of their median. The mean, because the median of whole numbers is only good to half a count. A row whose overscan has no value has no data.
 */
public record SubtractOverscan(Detector detector) implements PixelStep {
    private static final double KAPPA = 3;

    @Override
    public Optional<Failure> objection(Size size) {
        return new Trim(detector).objection(size);
    }

    @Override
    public void apply(RowBlock block) {
        for (Amplifier amplifier : detector.amplifiers()) {
            amplifier.biasSection().ifPresent(bias -> subtract(block, bias, amplifier.dataSection()));
        }
    }

    private static void subtract(RowBlock block, Section bias, Section data) {
        float[] science = block.science();
        int[] mask = block.mask();
        float[] work = new float[bias.width()];
        block.within(data, (from, to) -> {
            int overscan = from - data.x() + bias.x();
            float level = Robust.clippedMean(science, overscan, overscan + bias.width(), KAPPA, work);
            for (int i = from; i < to; i++) {
                science[i] -= level;
                mask[i] |= Float.isNaN(level) ? MaskBit.NO_DATA.value() : 0;
            }
        });
    }

    @Override
    public String printed() {
        return "subtract overscan, mean of each row clipped at 3 sigma: "
                + detector.amplifiers().stream()
                        .map(amplifier ->
                                amplifier.biasSection().map(Section::toString).orElse("none"))
                        .collect(Collectors.joining(", "));
    }
}
