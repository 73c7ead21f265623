package dev.vigil.reduction.references;

import dev.vigil.reduction.coordinates.SkyPosition;

/**
 * A star as it stands in a catalogue's file, at the file's epoch; NaN where something is not known.
 *
 * @param motionRa milliarcseconds per year on the sky, the cosine of the declination included
 * @param motionDec milliarcseconds per year
 * @param parallax milliarcseconds
 * @param colour magnitudes
 * @param positionError milliarcseconds along one axis
 * @param motionError milliarcseconds per year along one axis
 */
public record CatalogueStar(
        SkyPosition position,
        double motionRa,
        double motionDec,
        double parallax,
        double magnitude,
        double magnitudeError,
        double colour,
        double positionError,
        double motionError) {

    /** A star of which no more is known than where it is, and how bright. */
    public static CatalogueStar of(SkyPosition position, double magnitude) {
        double unknown = Double.NaN;
        return new CatalogueStar(position, unknown, unknown, unknown, magnitude, unknown, unknown, unknown, unknown);
    }

    /** The same star with its motion on the sky, in milliarcseconds per year. */
    public CatalogueStar moving(double ra, double dec) {
        return new CatalogueStar(
                position, ra, dec, parallax, magnitude, magnitudeError, colour, positionError, motionError);
    }

    boolean isMoving() {
        return !Double.isNaN(motionRa) && !Double.isNaN(motionDec);
    }

    /** Milliarcseconds per year; 0 where it is not known. */
    double motion() {
        return isMoving() ? Math.hypot(motionRa, motionDec) : 0;
    }

    CatalogueStar at(SkyPosition other) {
        return new CatalogueStar(
                other, motionRa, motionDec, parallax, magnitude, magnitudeError, colour, positionError, motionError);
    }
}
