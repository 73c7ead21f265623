package dev.vigil.imaging.pictures;

import dev.vigil.imaging.Image;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** How brightness becomes a shade of grey: between which limits, and along which curve. */
public enum Stretch {
    /** Zscale limits, with what is faint lifted. */
    ASINH("asinh", ZScale::of, x -> arsinh(3 * x) / arsinh(3)),
    /** Zscale limits, evenly. */
    LINEAR("linear", ZScale::of, x -> x),
    /** From nearly the darkest to nearly the brightest pixel, with what is faint lifted much: the cores of bright objects. */
    WIDE("wide", ZScale::ofAlmostAll, x -> arsinh(30 * x) / arsinh(30));

    private static final int STEPS = 4096;

    private final String word;
    private final Function<Image, ZScale> limits;
    private final byte[] shades = new byte[STEPS];

    Stretch(String word, Function<Image, ZScale> limits, DoubleUnaryOperator curve) {
        this.word = word;
        this.limits = limits;
        for (int i = 0; i < shades.length; i++) {
            shades[i] = (byte) Math.round(255 * curve.applyAsDouble((double) i / (shades.length - 1)));
        }
    }

    /** By which links and people call it. */
    public String word() {
        return word;
    }

    /** The one of this word. */
    public static Optional<Stretch> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Shades of grey, the last row first, because pictures begin at the top. */
    byte[] greys(Image image) {
        ZScale span = limits.apply(image);
        int width = image.width();
        byte[] greys = new byte[width * image.height()];
        float perStep = (STEPS - 1) / (span.high() - span.low());
        for (int y = 0; y < image.height(); y++) {
            int from = (image.height() - 1 - y) * width;
            for (int x = 0; x < width; x++) {
                greys[y * width + x] = shade((image.pixels()[from + x] - span.low()) * perStep);
            }
        }
        return greys;
    }

    /** Not a number becomes step 0: black. */
    private byte shade(float step) {
        return shades[Math.max(0, Math.min(STEPS - 1, (int) step))];
    }

    private static double arsinh(double x) {
        return StrictMath.log(x + Math.sqrt(x * x + 1));
    }
}
