package dev.vigil.imaging;

import java.util.Arrays;

/** Makes images smaller by averaging squares of pixels; what is not a number is left out of the average. */
final class Averages {
    private Averages() {}

    /** An image of at most so many pixels on the long side; the same one if it is small enough. */
    static Image shrink(Image image, int longestSide) {
        int longest = Math.max(image.width(), image.height());
        int factor = (longest + longestSide - 1) / longestSide;
        return factor == 1 ? image : shrunk(image, factor);
    }

    private static Image shrunk(Image image, int factor) {
        int width = (image.width() + factor - 1) / factor;
        int height = (image.height() + factor - 1) / factor;
        Image small = Image.blank(width, height);
        float[] sums = new float[width];
        int[] counts = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            int end = Math.min(image.height(), (y + 1) * factor);
            for (int row = y * factor; row < end; row++) {
                addRow(image, row, factor, sums, counts);
            }
            for (int x = 0; x < width; x++) {
                small.pixels()[y * width + x] = counts[x] == 0 ? Float.NaN : sums[x] / counts[x];
            }
        }
        return small;
    }

    private static void addRow(Image image, int row, int factor, float[] sums, int[] counts) {
        int from = row * image.width();
        for (int x = 0, target = 0; x < image.width(); target++) {
            int end = Math.min(image.width(), x + factor);
            for (; x < end; x++) {
                float pixel = image.pixels()[from + x];
                if (Float.isFinite(pixel)) {
                    sums[target] += pixel;
                    counts[target]++;
                }
            }
        }
    }
}
