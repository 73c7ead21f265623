package dev.vigil.imaging;

import java.util.OptionalDouble;

/**
 * A grey picture of an image, for people: zscale limits, asinh stretch, the last row on top, the same bytes every time.
 * Smaller pictures are made of the larger one, so the image itself is passed over once.
 */
public final class Preview {
    private static final int LONGEST_SIDE = 512;
    private static final int STEPS = 4096;
    /** How strongly the stretch lifts what is faint. */
    private static final double SOFTENING = 3;

    private static final byte[] STRETCH = stretch();

    private final Image small;
    private final int factor;

    private Preview(Image small, int factor) {
        this.small = small;
        this.factor = factor;
    }

    /** A picture of at most so many pixels on the long side. */
    public static Preview of(Image image, int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("a preview of " + longestSide + " pixels shows nothing");
        }
        return new Preview(Averages.shrink(image, longestSide), Averages.factor(image, longestSide));
    }

    /** A PNG of at most 512 pixels on the long side. */
    public static byte[] png(Image image) {
        return of(image, LONGEST_SIDE).png();
    }

    /** A smaller picture of the same. */
    public Preview smaller(int longestSide) {
        Preview smaller = of(small, longestSide);
        return new Preview(smaller.small, smaller.factor * factor);
    }

    /** The picture as a PNG. */
    public byte[] png() {
        return png(OptionalDouble.empty());
    }

    /** The picture as a PNG with a bar that tells how large it is on the sky, where the scale of the image's pixels is known. */
    public byte[] png(OptionalDouble arcsecondsPerPixel) {
        byte[] greys = greys(small, ZScale.of(small));
        arcsecondsPerPixel.ifPresent(scale -> ScaleBar.draw(small.width(), small.height(), greys, scale * factor));
        return GreyPng.encode(small.width(), small.height(), greys);
    }

    /** Shades of grey, the last row first, because pictures begin at the top. */
    private static byte[] greys(Image image, ZScale limits) {
        int width = image.width();
        byte[] greys = new byte[width * image.height()];
        float perStep = (STEPS - 1) / (limits.high() - limits.low());
        for (int y = 0; y < image.height(); y++) {
            int from = (image.height() - 1 - y) * width;
            for (int x = 0; x < width; x++) {
                greys[y * width + x] = shade((image.pixels()[from + x] - limits.low()) * perStep);
            }
        }
        return greys;
    }

    /** Not a number becomes step 0: black. */
    private static byte shade(float step) {
        return STRETCH[Math.max(0, Math.min(STEPS - 1, (int) step))];
    }

    private static byte[] stretch() {
        byte[] shades = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double x = (double) i / (STEPS - 1);
            shades[i] = (byte) Math.round(255 * asinh(SOFTENING * x) / asinh(SOFTENING));
        }
        return shades;
    }

    private static double asinh(double x) {
        return StrictMath.log(x + Math.sqrt(x * x + 1));
    }
}
