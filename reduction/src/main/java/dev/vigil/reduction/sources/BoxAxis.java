package dev.vigil.reduction.sources;

/** One axis of an image, divided into boxes of one length as near as can be to the one wanted. */
record BoxAxis(int pixels, int boxes) {
    static BoxAxis of(int pixels, int wantedLength) {
        return new BoxAxis(pixels, Math.max(1, Math.round((float) pixels / wantedLength)));
    }

    double length() {
        return (double) pixels / boxes;
    }

    /** The first pixel of a box, and behind the last one the number of pixels. */
    int start(int box) {
        return (int) Math.round(box * length());
    }

    /** For each pixel the number of the box that holds it, times a factor. */
    int[] holding(int factor) {
        int[] holding = new int[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            holding[pixel] = factor * Math.min((int) ((pixel + 0.5) / length()), boxes - 1);
        }
        return holding;
    }

    /** The first of the two boxes between (or beyond) whose middles a pixel lies; the only one if there is one. */
    int before(int pixel) {
        return Math.max(0, Math.min((int) Math.floor((pixel + 0.5) / length() - 0.5), boxes - 2));
    }

    /** How many lines there are from the middle of one box to that of the next; one box has one, which is level. */
    int lines() {
        return Math.max(1, boxes - 1);
    }

    /** The first pixel that the line from this box on serves; the outermost lines go on to the edges. */
    int startOfLine(int box) {
        if (box == 0) {
            return 0;
        }
        return box >= lines() ? pixels : (int) Math.ceil((box + 0.5) * length() - 0.5);
    }

    /** The box behind, or the last. */
    int behind(int box) {
        return Math.min(box + 1, boxes - 1);
    }

    /** How far a pixel is from the middle of this box towards that of the next. */
    double share(int pixel, int box) {
        return (pixel + 0.5) / length() - 0.5 - box;
    }
}
