package dev.vigil.reduction.steps;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.findings.Fringes;
import dev.vigil.reduction.masters.Master;
import dev.vigil.reduction.masters.MasterKind;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.recipes.CorrectStep;
import dev.vigil.reduction.recipes.Failure;
import java.util.Optional;

/**
 * Takes away the fringes that the lines of the night sky make in a thin detector: the fringe frame, as bright as it is
 * found to be in the image. What does not stand out of its own error is left.
 */
public record SubtractFringes(Master fringe) implements CorrectStep {
    private static final double SIGNIFICANT = 3;

    public SubtractFringes {
        fringe.mustBe(MasterKind.FRINGE);
    }

    @Override
    public Optional<Failure> objection(Size size) {
        return fringe.objection(size);
    }

    @Override
    public Fringes correct(DetectorImage image) {
        Optional<FringeFit.Scale> found = new FringeFit(image, fringe).scale();
        if (found.isEmpty()) {
            return new Fringes.Unknown();
        }
        FringeFit.Scale scale = found.get();
        boolean standsOut = scale.value() > SIGNIFICANT * scale.error();
        if (standsOut) {
            subtract(image, (float) scale.value(), (float) scale.error());
        }
        return new Fringes.Measured(scale.value(), scale.error(), scale.value() * scale.contrast(), standsOut);
    }

    /** The error of the scale is common to all pixels, but each has its share of it. */
    private void subtract(DetectorImage image, float scale, float error) {
        fringe.each((first, count, piece, marks) -> {
            for (int i = 0; i < count; i++) {
                subtract(image, first + i, piece, i, scale, error);
            }
        });
    }

    private static void subtract(
            DetectorImage image, int pixel, MasterPiece pattern, int place, float scale, float error) {
        float height = pattern.science()[place];
        if (Float.isFinite(height)) {
            image.science()[pixel] -= scale * height;
            image.variance()[pixel] += scale * scale * pattern.variance()[place] + error * error * height * height;
        } else {
            image.mask()[pixel] |= MaskBit.BAD.value();
        }
    }

    @Override
    public void tell(Header.Builder cards) {
        cards.put(Fringes.ID, fringe.id(), "the fringe frame");
    }

    @Override
    public String printed() {
        return "subtract fringes " + fringe.id() + ", scaled to the frame if above " + SIGNIFICANT + " sigma";
    }
}
