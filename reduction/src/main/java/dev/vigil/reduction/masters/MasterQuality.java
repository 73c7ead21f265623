package dev.vigil.reduction.masters;

import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;
import dev.vigil.reduction.statistics.Median;
import dev.vigil.reduction.statistics.Robust;
import java.util.List;

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
        float[] work = Robust.sample(image.science());
        float level = Robust.median(work, work.length);
        double scatter = Robust.sigma(work, work.length, level);
        double uncertainty = Math.sqrt(Robust.median(Robust.sample(image.variance())));
        return new MasterQuality(level, scatter, uncertainty, clippedFraction, badPixels(image));
    }

    /** One quality for all detectors: bad pixels add up, the rest is the median. */
    public static MasterQuality combined(List<MasterQuality> detectors) {
        return new MasterQuality(
                Median.of(detectors, MasterQuality::level),
                Median.of(detectors, MasterQuality::scatter),
                Median.of(detectors, MasterQuality::uncertainty),
                Median.of(detectors, MasterQuality::clippedFraction),
                detectors.stream().mapToInt(MasterQuality::badPixels).sum());
    }

    private static int badPixels(DetectorImage image) {
        return (int) Math.round(image.fractionWith(MaskBit.BAD.value()) * image.mask().length);
    }
}
