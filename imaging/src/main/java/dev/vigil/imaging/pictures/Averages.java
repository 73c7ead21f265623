package dev.vigil.imaging.pictures;

import dev.vigil.imaging.Axes;
import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.Image;
import dev.vigil.imaging.ImageReader;
import java.io.IOException;
import java.util.Arrays;

/** Makes images smaller by averaging squares of pixels; what is not a number is left out of the average. */
final class Averages {
    private static final int STRIP = 256;

    private final Image image;
    private final int factor;
    private final Image small;
    private final float[] columns;

    private Averages(Image image, int factor) {
        this.image = image;
        this.factor = factor;
        this.small = Image.blank(parts(image.width(), factor), parts(image.height(), factor));
        this.columns = new float[image.width()];
    }

    /** How many pixels become one, along each side, so that the long side has at most so many. */
    static int factor(int width, int height, int longestSide) {
        return parts(Math.max(width, height), longestSide);
    }

    private static int parts(int whole, int part) {
        return (whole + part - 1) / part;
    }

    /** An image of at most so many pixels on the long side; the same one if it is small enough. */
    static Image shrink(Image image, int longestSide) {
        int factor = factor(image.width(), image.height(), longestSide);
        return factor == 1 ? image : new Averages(image, factor).shrunk();
    }

    /** The image of a file, read a few rows at a time. */
    static Image shrink(ImageReader reader, Hdu hdu, int factor) throws IOException, BadFitsException {
        Axes axes = Axes.of(hdu);
        Image small = Image.blank(parts(axes.width(), factor), parts(axes.height(), factor));
        int strip = factor * Math.max(1, STRIP / factor);
        for (int row = 0; row < axes.height(); row += strip) {
            Image rows = reader.readRows(hdu.index(), row, Math.min(strip, axes.height() - row));
            float[] part = new Averages(rows, factor).shrunk().pixels();
            System.arraycopy(part, 0, small.pixels(), row / factor * small.width(), part.length);
        }
        return small;
    }

    private Image shrunk() {
        for (int y = 0; y < small.height(); y++) {
            int last = Math.min(image.height(), (y + 1) * factor);
            Arrays.fill(columns, 0);
            for (int row = y * factor; row < last; row++) {
                addRow(row * image.width());
            }
            for (int x = 0; x < small.width(); x++) {
                small.pixels()[y * small.width() + x] = average(x, y, last - y * factor);
            }
        }
        return small;
    }

    /** Without a question for each pixel, so that the compiler makes vectors of it: what is no number shows in the sum. */
    private void addRow(int from) {
        float[] pixels = image.pixels();
        for (int x = 0; x < columns.length; x++) {
            columns[x] += pixels[from + x];
        }
    }

    private float average(int x, int y, int rows) {
        int end = Math.min(columns.length, (x + 1) * factor);
        float sum = 0;
        for (int column = x * factor; column < end; column++) {
            sum += columns[column];
        }
        return Float.isFinite(sum) ? sum / ((end - x * factor) * rows) : ofNumbers(x * factor, end, y * factor, rows);
    }

    private float ofNumbers(int left, int right, int bottom, int rows) {
        double sum = 0;
        int count = 0;
        for (int y = bottom; y < bottom + rows; y++) {
            for (int x = left; x < right; x++) {
                float pixel = image.pixels()[y * image.width() + x];
                if (Float.isFinite(pixel)) {
                    sum += pixel;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }
}
