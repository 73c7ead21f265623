package dev.vigil.producer.serving;

import dev.vigil.common.files.FrameNames;
import dev.vigil.imaging.Digests;
import dev.vigil.imaging.Loss;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pixels in steps of their noise: a file that says of itself that it is another one. Only a unit that is set to lose something is offered so.
 *
 * @param steps how many there are in one standard deviation of a row's noise
 */
record LossyForm(int steps) implements PackedForm {
    LossyForm {
        if (steps < Loss.FEWEST || steps > Loss.MOST) {
            throw new IllegalArgumentException("a sigma of noise has no " + steps + " steps");
        }
    }

    @Override
    public boolean isFor(String name) {
        return FrameNames.includes(name);
    }

    @Override
    public boolean pack(Path file, Path target) throws IOException {
        return TileCompression.packWithLoss(file, target, new Loss(steps, Digests.sha256(file)))
                instanceof Packing.Packed;
    }

    @Override
    public String word() {
        return Loss.word(steps);
    }

    @Override
    public boolean isExact() {
        return false;
    }

    /** The form of a word; none for any other. */
    static Optional<LossyForm> named(String word) {
        OptionalInt steps = Loss.stepsOf(word);
        return steps.isPresent() ? Optional.of(new LossyForm(steps.getAsInt())) : Optional.empty();
    }
}
