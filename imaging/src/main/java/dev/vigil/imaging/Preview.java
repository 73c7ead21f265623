package dev.vigil.imaging;

/** Small grey pictures of images, for people: zscale limits, asinh stretch, the same bytes every time. */
public final class Preview {
    private Preview() {}

    /** A PNG of at most 512 pixels on the long side. */
    public static byte[] png(Image image) {
        return png(image, 512);
    }

    /** A PNG of at most so many pixels on the long side, north (the last row) up. */
    public static byte[] png(Image image, int longestSide) {
        throw new UnsupportedOperationException();
    }
}
