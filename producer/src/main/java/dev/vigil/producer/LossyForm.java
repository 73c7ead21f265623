package dev.vigil.producer;

import dev.vigil.imaging.Digests;
import dev.vigil.imaging.Loss;
import dev.vigil.imaging.Packing;
import dev.vigil.imaging.TileCompression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pixels in steps of their noise: a file that says of itself that it is another one. Only a unit that is set to lose something is offered so.
 *
 * @param steps how many there are in one standard deviation of a row's noise
 */
record LossyForm(int steps) implements PackedForm {
    private static final Pattern WORD = Pattern.compile("lossy-(\\d{1,2})");

    LossyForm {
        if (steps < Loss.FEWEST || steps > Loss.MOST) {
            throw new IllegalArgumentException("a sigma of noise has no " + steps + " steps");
        }
    }

    @Override
    public boolean isFor(String name) {
        return FileNames.isFrame(name);
    }

    @Override
    public boolean pack(Path file, Path target) throws IOException {
        return TileCompression.packWithLoss(file, target, new Loss(steps, Digests.sha256(file)))
                instanceof Packing.Packed;
    }

    @Override
    public String word() {
        return "lossy-" + steps;
    }

    @Override
    public boolean isExact() {
        return false;
    }

    /** The form of a word; none for any other. */
    static Optional<LossyForm> named(String word) {
        return Optional.of(WORD.matcher(word))
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(steps -> steps >= Loss.FEWEST && steps <= Loss.MOST)
                .map(LossyForm::new);
    }
}
