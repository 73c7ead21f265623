package dev.vigil.reduction.sources;

import java.util.Optional;

/**
 * An image in which sources are to be found, row after row from the bottom. The arrays are shared, not copied, and left as
 * they are.
 *
 * @param variance of each pixel in the square of the image's unit, the light of sources included; where it is unknown the
 *     noise of the sky stands for it
 * @param mask a set of bits for each pixel
 * @param useless the bits of pixels whose value says nothing
 * @param saturated the bits of pixels that are brighter than they show
 * @param foreign the bits of pixels on which something shines that is no source: what has its peak there is left out
 */
public record SkyImage(
        int width,
        int height,
        float[] values,
        Optional<float[]> variance,
        int[] mask,
        int useless,
        int saturated,
        int foreign) {
    public SkyImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image has at least one pixel, not " + width + " x " + height);
        }
        long pixels = (long) width * height;
        if (values.length != pixels || mask.length != pixels) {
            throw new IllegalArgumentException("Values and mask must be of " + width + " x " + height);
        }
        variance.ifPresent(each -> {
            if (each.length != pixels) {
                throw new IllegalArgumentException("The variance must be of " + width + " x " + height);
            }
        });
    }

    /** Pixels of which nothing else is known. */
    public static SkyImage of(int width, int height, float[] values) {
        return new SkyImage(width, height, values, Optional.empty(), new int[values.length], 0, 0, 0);
    }

    boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    boolean isForeign(int place) {
        return (mask[place] & foreign) != 0;
    }

    public boolean isSaturated(int place) {
        return (mask[place] & saturated) != 0;
    }
}
