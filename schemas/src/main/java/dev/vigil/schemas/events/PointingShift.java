package dev.vigil.schemas.events;

/**
 * By how much a header's pointing is wrong.
 *
 * @param east from the header's place to the true one, in seconds of arc to the east
 * @param north and to the north
 */
public record PointingShift(double east, double north) {
    public PointingShift {
        if (!Double.isFinite(east) || !Double.isFinite(north)) {
            throw new IllegalArgumentException("no shift: " + east + ", " + north);
        }
    }
}
