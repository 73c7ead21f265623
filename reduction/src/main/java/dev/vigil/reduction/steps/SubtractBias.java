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
        MasterPiece master = bias.under(block);
        int offset = master.offset();
        for (int i = 0; i < block.size(); i++) {
            block.science()[i] -= master.science()[offset + i];
            block.variance()[i] += master.variance()[offset + i];
            block.mask()[i] |= master.mask()[offset + i];
        }
    }

    @Override
    public String printed() {
        return "subtract bias " + bias.id();
    }
}
