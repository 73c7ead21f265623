package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;
import java.util.OptionalDouble;

/**
 * A star as a catalogue knows it.
 *
 * @param position at the epoch that was asked for, where the star's motion is known; else as the catalogue has it
 * @param positionError arc seconds along one axis, at the epoch that was asked for
 * @param magnitude in the catalogue's band
 * @param colour as {@link ReferenceBand#colour()} says
 * @param moving whether its proper motion is known, and the place brought to the epoch by it
 */
public record ReferenceStar(
        SkyPosition position,
        OptionalDouble positionError,
        double magnitude,
        OptionalDouble magnitudeError,
        OptionalDouble colour,
        boolean moving) {
    public ReferenceStar {
        if (!Double.isFinite(magnitude)) {
            throw new IllegalArgumentException("the magnitude of a star is no number: " + magnitude);
        }
    }

    /** A star of which no more is known than where it is, and how bright. */
    public static ReferenceStar of(SkyPosition position, double magnitude) {
        return new ReferenceStar(
                position, OptionalDouble.empty(), magnitude, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }
}
