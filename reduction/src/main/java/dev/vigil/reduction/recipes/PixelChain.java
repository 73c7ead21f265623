package dev.vigil.reduction.recipes;

import dev.vigil.reduction.pixels.RawRows;
import java.util.List;

/** The steps of a recipe that work on pixels, made ready for the raw pixels of one detector. */
public final class PixelChain {
    private final RawRows raw;
    private final List<PixelStep.Work> works;

    PixelChain(RawRows raw, List<PixelStep> steps) {
        this.raw = raw;
        this.works = steps.stream().map(step -> step.on(raw)).toList();
    }

    /** Fills the block with these raw rows and passes it through all steps. */
    public void run(RowBlock block, int firstRow, int rows) {
        block.load(raw, firstRow, rows);
        works.forEach(work -> work.apply(block));
    }
}
