package dev.vigil.reduction.steps;

import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MaskBit;

/**
 * Finds saturated pixels that lie above each other and are no star's core: a core is as wide as it is high, charge that flows
 * stays in its column.
 */
final class BleedTrails {
    static final int SHORTEST = 10;
    static final int SLENDER = 3;
    static final double SIGMA = 5;

    /** Columns on either side that a trail's end is compared with. */
    private static final int BESIDE = 5;

    private final int width;
    private final int height;
    private final DetectorImage image;
    private int trails;
    private int pixels;

    BleedTrails(DetectorImage image) {
        this.image = image;
        this.width = image.size().width();
        this.height = image.size().height();
    }

    int trails() {
        return trails;
    }

    int pixels() {
        return pixels;
    }

    void mark() {
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; ) {
                int end = endOfRun(x, y);
                if (end - y >= SHORTEST) {
                    mark(x, y, end);
                }
                y = Math.max(end, y + 1);
            }
        }
    }

    private int endOfRun(int x, int from) {
        int y = from;
        while (y < height && isSaturated(x, y)) {
            y++;
        }
        return y;
    }

    private void mark(int x, int from, int to) {
        int widest = from;
        for (int y = from; y < to; y++) {
            widest = widthAt(x, y) > widthAt(x, widest) ? y : widest;
        }
        int core = widthAt(x, widest);
        if (to - from < SLENDER * core) {
            return;
        }
        trails++;
        for (int y = from; y < to; y++) {
            if (Math.abs(y - widest) > core) {
                mark(x, y);
            }
        }
        for (int y = to; y < height && standsOut(x, y); y++) {
            mark(x, y);
        }
        for (int y = from - 1; y >= 0 && standsOut(x, y); y--) {
            mark(x, y);
        }
    }

    private void mark(int x, int y) {
        image.mask()[y * width + x] |= MaskBit.BLEED.value();
        pixels++;
    }

    private int widthAt(int x, int y) {
        int left = x;
        while (left > 0 && isSaturated(left - 1, y)) {
            left--;
        }
        int right = x;
        while (right < width - 1 && isSaturated(right + 1, y)) {
            right++;
        }
        return right - left + 1;
    }

    private boolean isSaturated(int x, int y) {
        return MaskBit.SATURATED.isIn(image.mask()[y * width + x]);
    }

    /** Whether a pixel is much brighter than those of its row a few columns away, on either side. */
    private boolean standsOut(int x, int y) {
        int pixel = y * width + x;
        double limit = SIGMA * Math.sqrt(image.variance()[pixel]);
        boolean left = x < BESIDE || image.science()[pixel] - image.science()[pixel - BESIDE] > limit;
        boolean right = x >= width - BESIDE || image.science()[pixel] - image.science()[pixel + BESIDE] > limit;
        return left && right;
    }
}
