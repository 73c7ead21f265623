package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;

/**
 * What a stack came to.
 *
 * @param count how many frames each pixel is the mean of
 * @param clippedFraction the share of all readings that were clipped
 */
record Stacked(DetectorImage image, int[] count, double clippedFraction) {
    static Stacked empty(Size size) {
        return new Stacked(DetectorImage.empty(size), new int[size.pixels()], 0);
    }

    Stacked withClippedFraction(double fraction) {
        return new Stacked(image, count, fraction);
    }
}
