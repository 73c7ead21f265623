package dev.vigil.reduction.masters;

/**
 * What it takes to make a master.
 *
 * @param fewestFrames a master of fewer frames is not made
 * @param kappa how far, in standard deviations, a reading may be from the median of its pixel
 * @param hotSigma a pixel whose dark current stands out by so many standard deviations is bad
 * @param faintestFlat a flat whose level is lower, in electrons, is left out
 * @param mostSaturated a flat of which a greater share is saturated is left out
 * @param weakestResponse a pixel that responds less than this, relative to the rest, is bad
 * @param strongestResponse and one that responds more than this
 */
public record MasterRules(
        int fewestFrames,
        double kappa,
        double hotSigma,
        double faintestFlat,
        double mostSaturated,
        double weakestResponse,
        double strongestResponse) {
    public static final MasterRules DEFAULT = new MasterRules(3, 3.5, 10, 500, 0.01, 0.2, 5);

    public MasterRules {
        if (fewestFrames < 1 || !(kappa > 0) || !(hotSigma > 0) || !(weakestResponse < strongestResponse)) {
            throw new IllegalArgumentException("No rules to make masters by");
        }
    }

    public MasterRules withFewestFrames(int fewest) {
        return new MasterRules(
                fewest, kappa, hotSigma, faintestFlat, mostSaturated, weakestResponse, strongestResponse);
    }

    @Override
    public String toString() {
        return "at least " + fewestFrames + " frames, clipped at " + kappa + " sigma, hot beyond " + hotSigma
                + " sigma, flats of at least " + faintestFlat + " electrons and at most " + mostSaturated
                + " saturated, response " + weakestResponse + " to " + strongestResponse;
    }
}
