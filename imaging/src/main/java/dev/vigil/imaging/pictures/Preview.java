package dev.vigil.imaging.pictures;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * A grey picture of an image, for people: zscale limits, asinh stretch, the last row on top, the same bytes every time.
 * Smaller pictures are made of the larger one, so the image itself is passed over once.
 */
public final class Preview {
    private static final int LONGEST_SIDE = 512;

    private final Image small;
    private final int factor;
    private final boolean isNorthUp;

    private Preview(Image small, int factor, boolean isNorthUp) {
        this.small = small;
        this.factor = factor;
        this.isNorthUp = isNorthUp;
    }

    /** A picture of at most so many pixels on the long side. */
    public static Preview of(Image image, int longestSide) {
        int factor = Averages.factor(image.width(), image.height(), checked(longestSide));
        return new Preview(Averages.shrink(image, longestSide), factor, false);
    }

    /** A picture of an image in a file, of which only some rows at a time are in memory where it is not compressed. */
    public static Preview of(ImageReader reader, int hdu, int longestSide) throws IOException, BadFitsException {
        Hdu wanted = reader.file().hdus().get(hdu);
        int factor = Averages.factor((int) wanted.width(), (int) wanted.height(), checked(longestSide));
        return new Preview(Averages.shrink(reader, wanted, factor), factor, false);
    }

    private static int checked(int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("a preview of " + longestSide + " pixels shows nothing");
        }
        return longestSide;
    }

    /** A PNG of at most 512 pixels on the long side. */
    public static byte[] png(Image image) {
        return of(image, LONGEST_SIDE).png();
    }

    /** A smaller picture of the same. */
    public Preview smaller(int longestSide) {
        Preview smaller = of(small, longestSide);
        return new Preview(smaller.small, smaller.factor * factor, isNorthUp);
    }

    /** The same with north up and east left. */
    public Preview northUp(SkyAxes axes) {
        return new Preview(NorthUp.turn(small, axes), factor, true);
    }

    /** The picture as a PNG. */
    public byte[] png() {
        return png(OptionalDouble.empty());
    }

    /** The picture as a PNG with a bar that tells how large it is on the sky, where the scale of the image's pixels is known. */
    public byte[] png(OptionalDouble arcsecondsPerPixel) {
        return png(Stretch.ASINH, arcsecondsPerPixel);
    }

    /** The same by another stretch; one that has north up says so. */
    public byte[] png(Stretch stretch, OptionalDouble arcsecondsPerPixel) {
        Canvas canvas = new Canvas(small.width(), small.height(), stretch.greys(small));
        arcsecondsPerPixel.ifPresent(scale -> ScaleBar.draw(canvas, scale * factor));
        if (isNorthUp) {
            Compass.draw(canvas);
        }
        return GreyPng.encode(canvas.width(), canvas.height(), canvas.greys());
    }
}
