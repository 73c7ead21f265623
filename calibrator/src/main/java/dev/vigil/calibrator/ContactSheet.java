package dev.vigil.calibrator;

import dev.vigil.imaging.Image;
import java.util.Arrays;

/** One picture of many detectors, small and side by side in the order of the file; of one detector, itself. */
final class ContactSheet {
    private final int detectors;
    private final int columns;
    private final int cell;
    private final float[] pixels;
    private int added;
    private Image picture;

    ContactSheet(int detectors, int side) {
        this.detectors = detectors;
        this.columns = (int) Math.ceil(Math.sqrt(detectors));
        this.cell = Math.max(8, side / columns);
        this.pixels = new float[detectors == 1 ? 1 : columns * cell * rows() * cell];
        Arrays.fill(pixels, Float.NaN);
        this.picture = new Image(1, 1, new float[1]);
    }

    private int rows() {
        return (detectors + columns - 1) / columns;
    }

    /** Puts the next detector into its cell, made smaller or larger to fill it but for a line of one pixel. */
    void add(Image image) {
        if (detectors == 1) {
            picture = image;
            return;
        }
        int left = added % columns * cell;
        int bottom = added / columns * cell;
        double step = Math.max(image.width(), image.height()) / (double) (cell - 1);
        for (int y = 0; y * step < image.height(); y++) {
            for (int x = 0; x * step < image.width(); x++) {
                pixels[(bottom + y) * columns * cell + left + x] = image.at((int) (x * step), (int) (y * step));
            }
        }
        added++;
    }

    Image picture() {
        return detectors == 1 ? picture : new Image(columns * cell, rows() * cell, pixels);
    }
}
