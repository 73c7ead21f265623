package dev.vigil.imaging;

import java.util.Objects;

/** Pixels in FITS order: the first row is the lowest, and x runs fastest. */
public final class Image {
    private final int width;
    private final int height;
    private final float[] pixels;

    /** Takes the array as it is, without a copy. */
    public Image(int width, int height, float[] pixels) {
        Objects.requireNonNull(pixels, "pixels");
        if (width < 1 || height < 1 || pixels.length != (long) width * height) {
            throw new IllegalArgumentException(width + " by " + height + " pixels do not fit " + pixels.length);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public static Image blank(int width, int height) {
        return new Image(width, height, new float[Math.multiplyExact(width, height)]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy: row y, column x is at {@code y * width + x}, both counted from 0. */
    public float[] pixels() {
        return pixels;
    }

    public float at(int x, int y) {
        return pixels[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    @Override
    public String toString() {
        return width + " by " + height + " pixels";
    }
}
