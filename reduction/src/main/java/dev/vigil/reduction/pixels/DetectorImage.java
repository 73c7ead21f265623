package dev.vigil.reduction.pixels;

import dev.vigil.imaging.Header;
import dev.vigil.reduction.detectors.Size;

/**
 * The pixels of one detector with their variance and their mask, row after row. The arrays are shared, not copied:
 * whoever is handed an image reads it and leaves it as it is.
 */
public record DetectorImage(Size size, float[] science, float[] variance, int[] mask) {
    /** What the plane of the values is called in a file. */
    public static final String SCIENCE = "SCI";

    public DetectorImage {
        int pixels = size.pixels();
        if (science.length != pixels || variance.length != pixels || mask.length != pixels) {
            throw new IllegalArgumentException("Science, variance and mask must all be of " + size);
        }
    }

    /** Whether an extension of a product with this header holds the values. */
    public static boolean isScience(Header extension) {
        return extension.text("EXTNAME").filter(SCIENCE::equals).isPresent();
    }

    public static DetectorImage empty(Size size) {
        int pixels = size.pixels();
        return new DetectorImage(size, new float[pixels], new float[pixels], new int[pixels]);
    }

    /** One standard deviation of every pixel. */
    public float[] uncertainty() {
        float[] uncertainty = new float[variance.length];
        for (int i = 0; i < uncertainty.length; i++) {
            uncertainty[i] = (float) Math.sqrt(variance[i]);
        }
        return uncertainty;
    }

    /** The share of pixels whose mask has any of these bits. */
    public double fractionWith(int bits) {
        long marked = 0;
        for (int value : mask) {
            marked += (value & bits) != 0 ? 1 : 0;
        }
        return (double) marked / mask.length;
    }
}
