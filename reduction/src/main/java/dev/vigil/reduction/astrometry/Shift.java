package dev.vigil.reduction.astrometry;

import java.util.Objects;

/**
 * By how much a header was found to be wrong, in arc seconds to the east and to the north: of a frame taken near in time or of
 * a detector beside this one, whose pointing is wrong by the same.
 *
 * @param whose what it was found on
 * @param of the name of that, for the record
 */
public record Shift(Whose whose, String of, double east, double north) {
    /** What a shift was found on. */
    public enum Whose {
        /** Of the same frame: its shift is nearly the same in any case. */
        DETECTOR_BESIDE,

        /** Of the same telescope: its shift is often the same. */
        FRAME_NEAR
    }

    public Shift {
        Objects.requireNonNull(whose);
        Objects.requireNonNull(of);
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException("no shift: " + east + ", " + north);
        }
    }

    /** That of another detector of the frame. */
    public static Shift ofDetector(String name, double east, double north) {
        return new Shift(Whose.DETECTOR_BESIDE, name, east, north);
    }

    /** That of another frame. */
    public static Shift ofFrame(String name, double east, double north) {
        return new Shift(Whose.FRAME_NEAR, name, east, north);
    }

    /** The same, by the name of whose it is. */
    public Shift named(String name) {
        return new Shift(whose, name, east, north);
    }
}
