package dev.vigil.reduction.sources;

/**
 * Pixels that touch each other and stand out of the sky.
 *
 * @param places where they are in the image, in its order
 * @param heights how far they stand out after the matched filter, in standard deviations of the sky
 */
record Island(int[] places, float[] heights) {

    int size() {
        return places.length;
    }

    float peak() {
        float peak = heights[0];
        for (float height : heights) {
            peak = Math.max(peak, height);
        }
        return peak;
    }
}
