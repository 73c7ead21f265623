package dev.vigil.reduction;

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
