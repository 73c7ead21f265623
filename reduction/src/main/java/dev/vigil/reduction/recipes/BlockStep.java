package dev.vigil.reduction.recipes;

import dev.vigil.reduction.pixels.RawRows;

/** A step on pixels that needs to know nothing but the block it works on. */
public interface BlockStep extends PixelStep {
    void apply(RowBlock block);

    @Override
    default Work on(RawRows raw) {
        return this::apply;
    }
}
