package dev.vigil.imaging;

/** Small grey pictures of images, for people: zscale limits, asinh stretch, the same bytes every time. */
public final class Preview {
    private static final int LONGEST_SIDE = 512;
    private static final int STEPS = 4096;
    /** How strongly the stretch lifts what is faint. */
    private static final double SOFTENING = 3;

    private static final byte[] STRETCH = stretch();

    private Preview() {}

    /** A PNG of at most 512 pixels on the long side. */
    public static byte[] png(Image image) {
        return png(image, LONGEST_SIDE);
    }

    /** A PNG of at most so many pixels on the long side, the last row on top. */
    public static byte[] png(Image image, int longestSide) {
        if (longestSide < 1) {
            throw new IllegalArgumentException("a preview of " + longestSide + " pixels shows nothing");
        }
        Image small = Averages.shrink(image, longestSide);
        return GreyPng.encode(small.width(), small.height(), greys(small, ZScale.of(small)));
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
