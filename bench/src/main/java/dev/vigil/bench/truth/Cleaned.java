package dev.vigil.bench.truth;

import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;

/** An image as a program without masks wants it: what says nothing is painted over by its neighbours. */
final class Cleaned {
    private static final int SPOILED = MaskBit.of(MaskBit.BAD, MaskBit.COSMIC_RAY, MaskBit.NO_DATA);
    private static final int REACH = 2;

    private final DetectorImage image;
    private final int width;

    private Cleaned(DetectorImage image) {
        this.image = image;
        this.width = image.size().width();
    }

    /** The painted pixels; nothing is known of their variance and mask but which are saturated. */
    static DetectorImage of(DetectorImage image) {
        Cleaned cleaned = new Cleaned(image);
        float[] pixels = image.science().clone();
        int[] mask = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            mask[i] = image.mask()[i] & MaskBit.SATURATED.value();
            pixels[i] = cleaned.isSpoiled(i) ? cleaned.painted(i) : pixels[i];
        }
        return new DetectorImage(image.size(), pixels, new float[pixels.length], mask);
    }

    private boolean isSpoiled(int place) {
        return (image.mask()[place] & SPOILED) != 0;
    }

    private float painted(int place) {
        double sum = 0;
        int known = 0;
        int bottom = Math.max(0, place / width - REACH);
        int top = Math.min(image.size().height() - 1, place / width + REACH);
        for (int row = bottom; row <= top; row++) {
            int left = Math.max(0, place % width - REACH);
            int right = Math.min(width - 1, place % width + REACH);
            for (int i = row * width + left; i <= row * width + right; i++) {
                sum += isSpoiled(i) ? 0 : image.science()[i];
                known += isSpoiled(i) ? 0 : 1;
            }
        }
        return known == 0 ? image.science()[place] : (float) (sum / known);
    }
}
