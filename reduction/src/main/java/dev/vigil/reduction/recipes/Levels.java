package dev.vigil.reduction.recipes;

import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.RawRows;
import dev.vigil.reduction.statistics.Robust;
import java.util.OptionalDouble;

/** How bright an image is: the median of a sample of its rows, which is enough and does not need the image in memory. */
public final class Levels {
    private static final int SAMPLED_ROWS = 64;

    private Levels() {}

    /** The median of the usable pixels after the steps of a recipe. */
    public static OptionalDouble median(Recipe recipe, RawRows raw) {
        return median(recipe, raw, 1);
    }

    /** The same; nothing if more than this share of the pixels is saturated. */
    public static OptionalDouble median(Recipe recipe, RawRows raw, double mostSaturated) {
        int height = raw.size().height();
        int step = Math.max(1, height / SAMPLED_ROWS);
        float[] sample = new float[raw.size().width() * (height / step + 1)];
        RowBlock block = new RowBlock(raw.size().width(), 1);
        PixelChain chain = recipe.on(raw);
        int count = 0;
        int seen = 0;
        int saturated = 0;
        for (int row = step / 2; row < height; row += step) {
            chain.run(block, row, 1);
            count = addUsable(block, sample, count);
            seen += block.size();
            saturated += saturated(block);
        }
        return count == 0 || saturated > mostSaturated * seen
                ? OptionalDouble.empty()
                : OptionalDouble.of(Robust.median(sample, count));
    }

    private static int saturated(RowBlock block) {
        int saturated = 0;
        for (int i = 0; i < block.size(); i++) {
            saturated += MaskBit.SATURATED.isIn(block.mask()[i]) ? 1 : 0;
        }
        return saturated;
    }

    private static int addUsable(RowBlock block, float[] sample, int count) {
        int filled = count;
        for (int i = 0; i < block.size(); i++) {
            float value = block.science()[i];
            if ((block.mask()[i] & MaskBit.UNUSABLE) == 0 && Float.isFinite(value)) {
                sample[filled++] = value;
            }
        }
        return filled;
    }
}
