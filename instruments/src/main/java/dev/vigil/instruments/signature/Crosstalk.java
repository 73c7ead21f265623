package dev.vigil.instruments.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * What one amplifier takes over from another that is read at the same time.
 *
 * @param coefficient counts of ghost for each count
 * @param mirrored x, y or xy where the two are read in opposite directions
 */
public record Crosstalk(Readout to, Readout from, double coefficient, Optional<String> mirrored) {
    public Crosstalk {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(from, "from");
        if (to.isOfAll() != from.isOfAll()) {
            throw new IllegalArgumentException("'*' stands for one detector after the other: give it for both, '" + to
                    + "' and '" + from + "', or for neither");
        }
        if (to.equals(from)) {
            throw new IllegalArgumentException(to + " has no crosstalk from itself");
        }
        if (!(Math.abs(coefficient) < 1)) {
            throw new IllegalArgumentException("must be a share between -1 and 1, not " + coefficient);
        }
        if (mirrored.filter(axes -> !axes.matches("x|y|xy")).isPresent()) {
            throw new IllegalArgumentException("is mirrored in x, y or xy, not in '" + mirrored.get() + "'");
        }
    }

    public boolean isMirroredIn(String axis) {
        return mirrored.filter(axes -> axes.contains(axis)).isPresent();
    }
}
