package dev.vigil.reduction.steps;

import dev.vigil.reduction.detectors.Amplifier;
import dev.vigil.reduction.detectors.Assembly;
import dev.vigil.reduction.detectors.Detector;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.recipes.BlockStep;
import dev.vigil.reduction.recipes.Failure;
import dev.vigil.reduction.recipes.RowBlock;
import java.util.Optional;

/** Takes out what did not see the sky and moves the amplifiers' data together. */
public record Trim(Detector detector, Assembly assembly) implements BlockStep {
    public Trim(Detector detector) {
        this(detector, Assembly.of(detector));
    }

    @Override
    public Optional<Failure> objection(Size size) {
        return detector.fitsInto(size) ? Optional.empty() : Optional.of(doesNotFit(size));
    }

    private Failure doesNotFit(Size size) {
        return new Failure(
                Failure.Kind.SECTIONS_DO_NOT_FIT,
                "The sections of detector " + detector.name() + " (" + sections() + ") reach beyond its image of "
                        + size,
                "Correct the section keywords of the frame, or its instrument profile, and reduce it again");
    }

    @Override
    public Size after(Size before) {
        return assembly.size();
    }

    @Override
    public void apply(RowBlock block) {
        block.keep(assembly);
    }

    @Override
    public String printed() {
        return "trim to " + sections();
    }

    private String sections() {
        return detector.each(Amplifier::dataSection);
    }
}
