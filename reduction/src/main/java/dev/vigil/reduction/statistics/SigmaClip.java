package dev.vigil.reduction.statistics;

/**
 * The rule by which one reading among several of the same pixel is left out: further from their median than
 * {@code kappa} times their scatter. The scatter is the pixel's own (from its median absolute deviation), but never
 * less than what is typical of its row: with a handful of readings a pixel's own is too often too small by chance, and
 * a plain standard deviation is so widened by the outlier itself that ten readings can never reject one at three sigma.
 *
 * @param leastScatter the scatter that is allowed at least, in the unit of the readings
 */
public record SigmaClip(double kappa, double leastScatter) {
    public SigmaClip {
        if (!(kappa > 0) || !(leastScatter >= 0)) {
            throw new IllegalArgumentException("No rule to clip by: " + kappa + ", " + leastScatter);
        }
    }

    @Override
    public String toString() {
        return "sigma-clipped mean at " + kappa + " sigma";
    }
}
