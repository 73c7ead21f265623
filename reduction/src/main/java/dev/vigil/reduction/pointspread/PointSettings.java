package dev.vigil.reduction.pointspread;

/**
 * How stars are chosen that say what a point looks like.
 *
 * @param fewestStars fewer say nothing
 * @param starsForSlope from so many on, what they look like may change evenly over the field
 * @param starsForCurve from so many on, as a square of the place
 * @param starsForTwist from so many on, as its cube
 * @param mostStars of more, the brightest of each part of the field are taken
 * @param signalToNoise of a star's light, at least
 */
public record PointSettings(
        int fewestStars, int starsForSlope, int starsForCurve, int starsForTwist, int mostStars, double signalToNoise) {
    public static final PointSettings DEFAULT = new PointSettings(5, 20, 50, 150, 300, 40);

    public PointSettings {
        boolean ordered =
                fewestStars <= starsForSlope && starsForSlope <= starsForCurve && starsForCurve <= starsForTwist;
        if (fewestStars < 1 || !ordered || mostStars < fewestStars || !(signalToNoise > 0)) {
            throw new IllegalArgumentException("no way to choose stars: " + fewestStars + ", " + starsForSlope + ", "
                    + starsForCurve + ", " + starsForTwist + ", " + mostStars + ", " + signalToNoise);
        }
    }

    /** The highest power of the place that so many stars can tell. */
    int degree(int stars) {
        if (stars < starsForSlope) {
            return 0;
        }
        return stars < starsForCurve ? 1 : stars < starsForTwist ? 2 : 3;
    }

    @Override
    public String toString() {
        return fewestStars + " to " + mostStars + " stars of " + signalToNoise + " sigma; changes over the field from "
                + starsForSlope + " stars on, as a square from " + starsForCurve + ", as a cube from " + starsForTwist;
    }
}
