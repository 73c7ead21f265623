package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.RowBlock;
import java.time.Duration;
import java.util.Optional;

/** Takes from every pixel the dark current of the whole exposure. The master is in electrons per second. */
public record SubtractDark(Master dark, Duration exposure) implements BlockStep {
    public SubtractDark {
        dark.mustBe(MasterKind.DARK);
        if (exposure.isNegative()) {
            throw new IllegalArgumentException("An exposure does not last " + exposure);
        }
    }

    @Override
    public Optional<Failure> objection(Size size) {
        return dark.objection(size);
    }

    @Override
    public void apply(RowBlock block) {
        MasterPiece master = dark.under(block);
        float seconds = (float) seconds();
        int offset = master.offset();
        for (int i = 0; i < block.size(); i++) {
            block.science()[i] -= master.science()[offset + i] * seconds;
            block.variance()[i] += master.variance()[offset + i] * seconds * seconds;
            block.mask()[i] |= master.mask()[offset + i];
        }
    }

    private double seconds() {
        return exposure.toNanos() / 1e9;
    }

    @Override
    public String printed() {
        return "subtract dark " + dark.id() + " times " + seconds() + " s";
    }
}
