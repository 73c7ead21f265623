package dev.vigil.reduction.coordinates;

import org.jastronomy.jsofa.JSOFA;

/** A place on the sky in the ICRS: right ascension from 0 to 360 degrees, declination from -90 to 90 degrees. */
public record SkyPosition(double raDegrees, double decDegrees) {
    public SkyPosition {
        if (!(raDegrees >= 0 && raDegrees < 360)) {
            throw new IllegalArgumentException("right ascension is not from 0 to 360 degrees: " + raDegrees);
        }
        if (!(Math.abs(decDegrees) <= 90)) {
            throw new IllegalArgumentException("declination is not from -90 to 90 degrees: " + decDegrees);
        }
    }

    static SkyPosition ofRadians(double ra, double dec) {
        double degrees = Math.toDegrees(JSOFA.jauAnp(ra));
        return new SkyPosition(degrees >= 360 ? 0 : degrees, Math.toDegrees(dec));
    }

    /** The place that lies there on the plane which touches the sky here, in degrees to the east and north. */
    public SkyPosition skyAt(Offset degrees) {
        JSOFA.SphericalCoordinate sky =
                JSOFA.jauTpsts(Math.toRadians(degrees.x()), Math.toRadians(degrees.y()), ra(), dec());
        return ofRadians(sky.alpha, sky.delta);
    }

    /** The nearest place of those whose coordinates are so many steps to a degree. */
    public SkyPosition rounded(double stepsPerDegree) {
        return new SkyPosition(
                Math.round(raDegrees * stepsPerDegree) / stepsPerDegree % 360,
                Math.round(decDegrees * stepsPerDegree) / stepsPerDegree);
    }

    /** The angle between two places, in arc seconds. */
    public double arcsecondsFrom(SkyPosition other) {
        return 3600 * Math.toDegrees(JSOFA.jauSeps(ra(), dec(), other.ra(), other.dec()));
    }

    public double ra() {
        return Math.toRadians(raDegrees);
    }

    public double dec() {
        return Math.toRadians(decDegrees);
    }
}
