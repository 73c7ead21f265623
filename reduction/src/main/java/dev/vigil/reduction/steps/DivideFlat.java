package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.Optional;

/** Divides every pixel by its response to even light. */
public record DivideFlat(Master flat) implements BlockStep {
    public DivideFlat {
        flat.mustBe(MasterKind.FLAT);
    }

    @Override
    public Optional<Failure> objection(Size size) {
        return flat.objection(size);
    }

    @Override
    public void apply(RowBlock block) {
        MasterPiece master = flat.markedUnder(block);
        if (flat.isKnownPositiveUnder(block) || hasResponse(master.science(), block.size())) {
            divide(block.science(), master.science(), block.size());
            divide(block.variance(), block.science(), master, block.size());
        } else {
            for (int i = 0; i < block.size(); i++) {
                divide(block, i, master.science()[i], master.variance()[i]);
            }
        }
    }

    private static boolean hasResponse(float[] response, int count) {
        for (int i = 0; i < count; i++) {
            if (!(response[i] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** One plane at a time and nothing but arrays: loops that the compiler makes vectors of. */
    private static void divide(float[] values, float[] response, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = values[i] / response[i];
        }
    }

    /** The values are divided already. */
    private static void divide(float[] variances, float[] values, MasterPiece flat, int count) {
        float[] response = flat.science();
        float[] more = flat.variance();
        for (int i = 0; i < count; i++) {
            variances[i] = (variances[i] + values[i] * values[i] * more[i]) / (response[i] * response[i]);
        }
    }

    /** A pixel without response has no data: it keeps its value and says so. */
    private static void divide(RowBlock block, int i, float response, float variance) {
        if (!(response > 0)) {
            block.mask()[i] |= MaskBit.NO_DATA.value();
            return;
        }
        float corrected = block.science()[i] / response;
        block.science()[i] = corrected;
        block.variance()[i] = (block.variance()[i] + corrected * corrected * variance) / (response * response);
    }

    @Override
    public String printed() {
        return "divide by flat " + flat.id();
    }
}
