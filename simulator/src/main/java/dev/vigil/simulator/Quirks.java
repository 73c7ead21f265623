package dev.vigil.simulator;

/**
 * What a night's cameras do beside counting light, all of known size; nothing of it is there unless asked for.
 *
 * @param crosstalk the share of each amplifier's counts that every other one of its detector takes over
 * @param nonLinearity the share of the counts that is missing where a pixel is full, growing in proportion with them
 * @param fringes how far the brightest fringe stands out of the sky, as a share of the sky
 * @param cornerBlur the share by which stars are wider in the corners of a detector than in its middle; between, with the square of the distance
 */
public record Quirks(double crosstalk, double nonLinearity, double fringes, double cornerBlur) {
    public static final Quirks NONE = new Quirks(0, 0, 0, 0);

    private static final double LARGEST = 0.2;
    private static final double MOST_BLUR = 2;
    private static final double FRINGE_SPACING = 37;
    private static final double SECOND_SPACING = 61;

    public Quirks {
        requireShare("crosstalk", crosstalk);
        requireShare("non-linearity", nonLinearity);
        requireShare("fringes", fringes);
        if (!(cornerBlur >= 0 && cornerBlur <= MOST_BLUR)) {
            throw new IllegalArgumentException("blur of " + cornerBlur + " is not between 0 and " + MOST_BLUR);
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= LARGEST)) {
            throw new IllegalArgumentException(what + " of " + share + " is not between 0 and " + LARGEST);
        }
    }

    public Quirks withCrosstalk(double share) {
        return new Quirks(share, nonLinearity, fringes, cornerBlur);
    }

    public Quirks withNonLinearity(double share) {
        return new Quirks(crosstalk, share, fringes, cornerBlur);
    }

    public Quirks withFringes(double share) {
        return new Quirks(crosstalk, nonLinearity, share, cornerBlur);
    }

    /** What is counted for linear counts above the bias: {@code linear = counted + a counted²}. */
    float counted(float linear) {
        double a = curvature();
        return a == 0 || linear <= 0 ? linear : (float) ((StrictMath.sqrt(1 + 4 * a * linear) - 1) / (2 * a));
    }

    /** The coefficient of the square of the counts that makes them linear. */
    public double curvature() {
        return nonLinearity / (1 - nonLinearity) / (Camera.SATURATION * (1 - nonLinearity));
    }

    /** How far the sky stands out in a pixel for its fringes, as a share of the sky: two sets of bent stripes. */
    public double fringe(int x, int y) {
        if (fringes == 0) {
            return 0;
        }
        double bent = x + 0.3 * y + 0.0004 * x * y;
        double other = y - 0.2 * x;
        double turn = 2 * Math.PI;
        return fringes
                * (0.7 * StrictMath.sin(turn * bent / FRINGE_SPACING)
                        + 0.3 * StrictMath.sin(turn * other / SECOND_SPACING));
    }
}
