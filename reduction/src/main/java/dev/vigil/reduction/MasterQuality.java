package dev.vigil.reduction;

/**
 * Whether a master is any good, in a few numbers.
 *
 * @param level the median of its pixels, in its unit
 * @param scatter the robust standard deviation from pixel to pixel
 * @param uncertainty the median uncertainty of a pixel
 * @param clippedFraction the share of readings that were clipped
 * @param badPixels how many pixels are masked bad
 */
public record MasterQuality(double level, double scatter, double uncertainty, double clippedFraction, int badPixels) {
    static MasterQuality of(DetectorImage image, double clippedFraction) {
        float[] work = image.science().clone();
        float level = Robust.median(work, work.length);
        double scatter = Robust.sigma(work, work.length, level);
        double uncertainty = Math.sqrt(Robust.median(image.variance()));
        return new MasterQuality(level, scatter, uncertainty, clippedFraction, badPixels(image));
    }

    private static int badPixels(DetectorImage image) {
        return (int) Math.round(image.fractionWith(MaskBit.BAD.value()) * image.mask().length);
    }
}
