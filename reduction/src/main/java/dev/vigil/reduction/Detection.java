package dev.vigil.reduction;

/**
 * How sources are looked for.
 *
 * @param sigma how many standard deviations of the smoothed sky a source stands out by
 * @param fewestPixels how many touching pixels do
 * @param box the side of the squares in which the sky is measured, in pixels
 */
public record Detection(double sigma, int fewestPixels, int box) {
    public static final Detection DEFAULT = new Detection(4.0, 5, 64);

    public Detection {
        if (!(sigma > 0) || fewestPixels < 1 || box < 8) {
            throw new IllegalArgumentException("No way to detect sources: " + sigma + ", " + fewestPixels + ", " + box);
        }
    }

    @Override
    public String toString() {
        return sigma + " sigma, " + fewestPixels + " pixels, sky in boxes of " + box;
    }
}
