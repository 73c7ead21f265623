package dev.vigil.reduction.astrometry;

import java.util.Objects;

/**
 * By how much a header was found to be wrong, in arc seconds to the east and to the north: of a frame before or a detector
 * beside this one, whose pointing is wrong by the same.
 *
 * @param of whose shift it is, for the record
 */
public record Shift(String of, double east, double north) {
    public Shift {
        Objects.requireNonNull(of);
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException("no shift: " + east + ", " + north);
        }
    }

    /** The same, by the name of whose it is. */
    public Shift named(String name) {
        return new Shift(name, east, north);
    }
}
