package dev.vigil.reduction;

import java.util.Optional;
import java.util.stream.Collectors;

/** Takes out what did not see the sky and moves the amplifiers' data together. */
public record Trim(Detector detector) implements PixelStep {
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
        return detector.assembledSize();
    }

    @Override
    public void apply(RowBlock block) {
        block.keep(Assembly.of(detector));
    }

    @Override
    public String printed() {
        return "trim to " + sections();
    }

    private String sections() {
        return detector.amplifiers().stream()
                .map(amplifier -> amplifier.dataSection().toString())
                .collect(Collectors.joining(", "));
    }
}
