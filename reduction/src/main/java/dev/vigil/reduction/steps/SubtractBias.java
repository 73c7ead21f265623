package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.Optional;

/** Takes the master bias from every pixel, in ADU. */
public record SubtractBias(Master bias) implements BlockStep {
    public SubtractBias {
        bias.mustBe(MasterKind.BIAS);
    }

    @Override
    public Optional<Failure> objection(Size size) {
        return bias.objection(size);
    }

    @Override
    public void apply(RowBlock block) {
        MasterPiece master = bias.markedUnder(block);
        subtract(block.science(), master.science(), block.size());
        add(block.variance(), master.variance(), block.size());
    }

    /** One plane at a time and nothing but arrays: loops that the compiler makes vectors of. */
    private static void subtract(float[] values, float[] levels, int count) {
        for (int i = 0; i < count; i++) {
            values[i] -= levels[i];
        }
    }

    private static void add(float[] variances, float[] more, int count) {
        for (int i = 0; i < count; i++) {
            variances[i] += more[i];
        }
    }

    @Override
    public String printed() {
        return "subtract bias " + bias.id();
    }
}
