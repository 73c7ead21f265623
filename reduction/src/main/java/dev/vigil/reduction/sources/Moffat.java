package dev.vigil.reduction.sources;

/**
 * The profile that the atmosphere gives a star (Moffat 1969), as the sky has it, before the pixels blur it:
 * top (1 + wings (xx dx² + yy dy² + xy dx dy)) to the power of -1 / wings. Written so, a Gaussian is one without wings.
 *
 * @param wings the inverse of Moffat's exponent beta
 */
record Moffat(double top, double x, double y, double xx, double yy, double xy, double wings) {
    static final int PARAMETERS = 7;

    private static final double LEAST_WINGS = 0.004;
    private static final double MOST_WINGS = 0.9;

    Moffat {
        wings = Math.max(LEAST_WINGS, Math.min(wings, MOST_WINGS));
    }

    static Moffat round(double top, double x, double y, double fwhm, double beta) {
        double inverse = 4 * halfWay(1 / beta) / (fwhm * fwhm);
        return new Moffat(top, x, y, inverse, inverse, 0, 1 / beta);
    }

    static Moffat of(double[] parameters) {
        return new Moffat(
                parameters[0],
                parameters[1],
                parameters[2],
                parameters[3],
                parameters[4],
                parameters[5],
                parameters[6]);
    }

    double[] parameters() {
        return new double[] {top, x, y, xx, yy, xy, wings};
    }

    /** A star can look like this. */
    boolean isPossible() {
        return top > 0 && xx > 0 && yy > 0 && determinant() > 0;
    }

    double determinant() {
        return xx * yy - xy * xy / 4;
    }

    double beta() {
        return 1 / wings;
    }

    /** Where the profile has fallen to a half, in the square of its own unit of length. */
    private static double halfWay(double wings) {
        return (Math.pow(2, wings) - 1) / wings;
    }

    /** The full width at half maximum: of the circle that covers the same area. */
    double fwhm() {
        return 2 * Math.sqrt(halfWay(wings)) / Math.pow(determinant(), 0.25);
    }

    /** Greatest and smallest width, and the direction of the greatest; the standard deviations of a Gaussian of these widths. */
    Ellipse shape() {
        double scale = 2 * Math.sqrt(halfWay(wings)) / Gaussian.FWHM_PER_SIGMA;
        double middle = (xx + yy) / 2;
        double half = Math.hypot((xx - yy) / 2, xy / 2);
        double direction = Math.toDegrees(Math.atan2(-xy, yy - xx) / 2);
        return new Ellipse(scale / Math.sqrt(middle - half), scale / Math.sqrt(middle + half), direction);
    }

    /** Adds the value at a point, times a weight, to the first number, and its derivatives by the parameters to the next ones. */
    void add(double px, double py, double weight, double[] into) {
        double dx = px - x;
        double dy = py - y;
        double square = xx * dx * dx + yy * dy * dy + xy * dx * dy;
        double base = 1 + wings * square;
        double logarithm = Math.log(base) / wings;
        double unit = weight * Math.exp(-logarithm);
        double value = top * unit;
        double slope = -value / base;
        into[0] += value;
        into[1] += unit;
        into[2] -= slope * (2 * xx * dx + xy * dy);
        into[3] -= slope * (2 * yy * dy + xy * dx);
        into[4] += slope * dx * dx;
        into[5] += slope * dy * dy;
        into[6] += slope * dx * dy;
        into[7] += value * (logarithm - square / base) / wings;
    }
}
