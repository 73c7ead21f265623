package dev.vigil.reduction.streaks;

/**
 * Calibrated pixels, row after row, with the variance of each. The arrays are read and left as they are.
 *
 * @param useless the bits of the mask of pixels that are not to be looked at
 */
public record Sight(int width, int height, float[] electrons, float[] variance, int[] mask, int useless) {
    public Sight {
        int pixels = Math.multiplyExact(width, height);
        if (width < 1 || electrons.length != pixels || variance.length != pixels || mask.length != pixels) {
            throw new IllegalArgumentException(
                    "Electrons, variance and mask must all be of " + width + " x " + height + " pixels");
        }
    }

    boolean isSeen(int i) {
        return (mask[i] & useless) == 0 && Float.isFinite(electrons[i]) && variance[i] > 0;
    }

    boolean contains(long x, long y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
