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
        MasterPiece master = dark.markedUnder(block);
        float seconds = (float) seconds();
        subtract(block.science(), master.science(), block.size(), seconds);
        add(block.variance(), master.variance(), block.size(), seconds);
    }

    /** One plane at a time and nothing but arrays: loops that the compiler makes vectors of. */
    private static void subtract(float[] values, float[] current, int count, float seconds) {
        for (int i = 0; i < count; i++) {
            values[i] -= current[i] * seconds;
        }
    }

    private static void add(float[] variances, float[] more, int count, float seconds) {
        for (int i = 0; i < count; i++) {
            variances[i] += more[i] * seconds * seconds;
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
