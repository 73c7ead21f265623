package dev.vigil.calibrator.plots;

import dev.vigil.imaging.Image;
import java.util.Arrays;

/** One picture of many detectors, small and side by side in the order of the file; of one detector, itself. */
public final class ContactSheet {
    private final Mosaic mosaic;
    private final int cell;
    private final float[] pixels;
    private int next;
    private Image picture;

    public ContactSheet(int detectors, int side) {
        this.mosaic = new Mosaic(detectors);
        this.cell = Math.max(8, side / mosaic.columns());
        this.pixels = new float[detectors == 1 ? 1 : width() * height()];
        Arrays.fill(pixels, Float.NaN);
        this.picture = new Image(1, 1, new float[1]);
    }

    private int width() {
        return mosaic.columns() * cell;
    }

    private int height() {
        return mosaic.rows() * cell;
    }

    /** Puts the next detector into its cell, made smaller or larger to fill it but for a line of one pixel. */
    public void add(Image image) {
        if (mosaic.detectors() == 1) {
            picture = image;
            return;
        }
        int left = mosaic.column(next) * cell;
        int bottom = mosaic.row(next) * cell;
        double step = Math.max(image.width(), image.height()) / (double) (cell - 1);
        for (int y = 0; y * step < image.height(); y++) {
            for (int x = 0; x * step < image.width(); x++) {
                pixels[(bottom + y) * width() + left + x] = image.at((int) (x * step), (int) (y * step));
            }
        }
        next++;
    }

    /** Leaves the next detector's cell empty. */
    public void addNothing() {
        next++;
    }

    public Image picture() {
        return mosaic.detectors() == 1 ? picture : new Image(width(), height(), pixels);
    }
}
