package dev.vigil.imaging;

/** Width and height of an image HDU, checked to be those of one plane. */
public record Axes(int width, int height) {
    private static final long MOST_PIXELS = Integer.MAX_VALUE - 8;

    public static Axes of(Hdu hdu) throws BadFitsException {
        if (!hdu.isImage()) {
            throw new BadFitsException("HDU " + hdu.index() + " holds no image");
        }
        int axes = (int) hdu.header()
                .integer(hdu.isTileCompressed() ? "ZNAXIS" : "NAXIS")
                .orElse(0);
        for (int axis = 3; axis <= axes; axis++) {
            if (hdu.axis(axis) != 1) {
                throw new BadFitsException(
                        "HDU " + hdu.index() + " is a cube of " + hdu.axis(axis) + " planes, not one image");
            }
        }
        return checked(hdu, length(hdu, 1), axes < 2 ? 1 : length(hdu, 2));
    }

    /** One array holds an image, so that it has fewer than 2^31 pixels. */
    private static Axes checked(Hdu hdu, int width, int height) throws BadFitsException {
        if ((long) width * height > MOST_PIXELS) {
            throw new BadFitsException("HDU " + hdu.index() + " has " + width + " by " + height
                    + " pixels, more than can be read at once");
        }
        return new Axes(width, height);
    }

    private static int length(Hdu hdu, int axis) throws BadFitsException {
        long length = hdu.axis(axis);
        if (length < 1 || length > Integer.MAX_VALUE) {
            throw new BadFitsException("axis " + axis + " of HDU " + hdu.index() + " has length " + length);
        }
        return (int) length;
    }
}
