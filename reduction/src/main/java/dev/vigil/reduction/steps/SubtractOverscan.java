package dev.vigil.reduction.steps;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.PixelStep;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes from every row of an amplifier the level that its overscan tells. A row whose overscan has no value has no data. */
public record SubtractOverscan(Detector detector) implements PixelStep {
    @Override
    public Optional<Failure> objection(Size size) {
        return new Trim(detector).objection(size);
    }

    @Override
    public Work on(RawRows raw) {
        List<Work> each = new ArrayList<>();
        for (Amplifier amplifier : detector.amplifiers()) {
            if (amplifier.biasSection().isPresent()) {
                OverscanLevel level = OverscanLevel.of(detector.overscan(), amplifier, raw);
                each.add(block -> subtract(block, level, amplifier.dataSection()));
            }
        }
        return block -> each.forEach(work -> work.apply(block));
    }

    private static void subtract(RowBlock block, OverscanLevel levels, Section data) {
        float[] science = block.science();
        int[] mask = block.mask();
        block.within(data, (from, to) -> {
            int rowStart = from - data.x();
            float level = levels.at(science, rowStart, block.firstRow() + rowStart / block.width());
            for (int i = from; i < to; i++) {
                science[i] -= level;
                mask[i] |= Float.isNaN(level) ? MaskBit.NO_DATA.value() : 0;
            }
        });
    }

    @Override
    public void tell(Header.Builder cards) {
        cards.put("OVERSCAN", detector.overscan().words(), "overscan that was subtracted");
    }

    @Override
    public String printed() {
        return "subtract overscan, " + detector.overscan().words() + ": "
                + detector.each(amplifier ->
                        amplifier.biasSection().map(Section::toString).orElse("none"));
    }
}
