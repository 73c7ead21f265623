package dev.vigil.reduction.cosmicrays;

import java.util.Objects;

/**
 * Calibrated pixels, row after row, and what is known of each. The arrays are read and left as they are.
 *
 * @param electrons what each pixel holds
 * @param variance of what it holds: that of the light and of reading
 * @param mask bits of each pixel
 * @param bits what the bits of the mask mean
 */
public record Exposure(int width, int height, float[] electrons, float[] variance, int[] mask, Bits bits) {
    public Exposure {
        Objects.requireNonNull(electrons);
        int pixels = Math.multiplyExact(width, height);
        if (width < 1 || electrons.length != pixels || variance.length != pixels || mask.length != pixels) {
            throw new IllegalArgumentException(
                    "Electrons, variance and mask must all be of " + width + " x " + height + " pixels");
        }
    }

    /** A pixel that can be judged and judges others. */
    boolean isGood(int i) {
        return (mask[i] & (bits.bad | bits.blind)) == 0 && hasValue(i);
    }

    /** A pixel that holds something, but not what its neighbours would. */
    boolean isBad(int i) {
        return (mask[i] & bits.bad) != 0 && (mask[i] & bits.blind) == 0 && hasValue(i);
    }

    private boolean hasValue(int i) {
        return variance[i] > 0 && Float.isFinite(variance[i] + electrons[i]);
    }

    boolean isSaturated(int i) {
        return (mask[i] & bits.saturated) != 0;
    }

    /**
     * The bits of a mask.
     *
     * @param bad of pixels that say nothing of the light, such as hot ones; they can be struck all the same
     * @param blind of pixels that say nothing at all
     * @param saturated of pixels that were full
     */
    public record Bits(int bad, int blind, int saturated) {}
}
