package dev.vigil.reduction.sources;

/**
 * The outline of a source.
 *
 * @param a its greatest standard deviation, in pixels
 * @param b its smallest
 * @param theta the direction of the greatest, in degrees from the rows (x) towards the columns (y), from -90 to 90
 */
public record Ellipse(double a, double b, double theta) {
    public Ellipse {
        if (!(b > 0) || !(a >= b)) {
            throw new IllegalArgumentException("No ellipse: " + a + ", " + b);
        }
    }

    /** That of second moments; what is smaller than a pixel is taken to be as wide as one. */
    static Ellipse of(double xx, double yy, double xy) {
        double middle = (xx + yy) / 2;
        double half = Math.hypot((xx - yy) / 2, xy);
        double least = 1.0 / 12;
        return new Ellipse(
                Math.sqrt(Math.max(middle + half, least)),
                Math.sqrt(Math.max(middle - half, least)),
                Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2));
    }

    /** Zero for a circle, near one for a line. */
    public double ellipticity() {
        return 1 - b / a;
    }

    /** By how much it is longer along x than across, as a share; shapes are averaged by this and {@link #slant}, in which noise has no preferred direction. */
    public double stretch() {
        return distortion() * Math.cos(2 * Math.toRadians(theta));
    }

    /** The same along the diagonal. */
    public double slant() {
        return distortion() * Math.sin(2 * Math.toRadians(theta));
    }

    private double distortion() {
        return (a - b) / (a + b);
    }

    /** The ellipticity of a shape that is stretched and slanted by so much. */
    public static double ellipticity(double stretch, double slant) {
        double distortion = Math.hypot(stretch, slant);
        return 1 - (1 - distortion) / (1 + distortion);
    }
}
