package dev.vigil.reduction.detectors;

import java.util.Objects;

/**
 * What one amplifier takes over from another that is read at the same time.
 *
 * @param to the amplifier that sees a ghost
 * @param hdu the HDU that the other one is in
 * @param from the other one, with as many columns and rows
 * @param coefficient counts of ghost for each count
 * @param mirroredX whether the two are read in opposite directions along the rows
 * @param mirroredY whether the two are read in opposite directions along the columns
 * @param name of the other one, for people
 */
public record Leak(
        Amplifier to, int hdu, Amplifier from, double coefficient, boolean mirroredX, boolean mirroredY, String name) {
    public Leak {
        Objects.requireNonNull(to);
        Objects.requireNonNull(from);
        if (hdu < 0 || !(Math.abs(coefficient) < 1)) {
            throw new IllegalArgumentException(
                    "The crosstalk of " + name + " is no share between -1 and 1: " + coefficient);
        }
        if (to.dataSection().width() != from.dataSection().width()
                || to.dataSection().height() != from.dataSection().height()) {
            throw new IllegalArgumentException("Crosstalk needs amplifiers of one size: " + name + " is "
                    + from.dataSection() + " and the other " + to.dataSection());
        }
    }

    /** The row of the other amplifier's image that is read together with a row of this one's. */
    public int rowBeside(int row) {
        Section here = to.dataSection();
        Section there = from.dataSection();
        return mirroredY ? there.endY() - 1 - (row - here.y()) : there.y() + row - here.y();
    }

    @Override
    public String toString() {
        return coefficient + " of " + name + (mirroredX ? " mirrored in x" : "") + (mirroredY ? " mirrored in y" : "")
                + " in " + to.dataSection();
    }
}
