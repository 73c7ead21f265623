package dev.vigil.simulator;

import dev.vigil.imaging.Header;
import dev.vigil.imaging.OutputHdu;
import dev.vigil.imaging.PixelType;
import dev.vigil.simulator.Exposed.Block;
import java.util.Locale;

/** An image that is put together of what several amplifiers read; columns and rows are counted from 0. */
public final class Canvas {
    private final int width;
    private final int height;
    private final int[] counts;

    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.counts = new int[width * height];
    }

    /** A rectangle as FITS writes it: counted from 1, the ends included. */
    public static String section(int left, int bottom, int width, int height) {
        return String.format(Locale.ROOT, "[%d:%d,%d:%d]", left + 1, left + width, bottom + 1, bottom + height);
    }

    /** Puts the light that an amplifier read where its left lower corner shall be. */
    public Canvas data(Block block, int x, int y) {
        return paste(block, 0, block.amplifier().width(), x, y);
    }

    /** Puts the overscan of an amplifier where its left lower corner shall be. */
    public Canvas overscan(Block block, int x, int y) {
        return paste(block, block.amplifier().width(), block.amplifier().overscan(), x, y);
    }

    private Canvas paste(Block block, int from, int columns, int x, int y) {
        for (int row = 0; row < block.amplifier().height(); row++) {
            int source = row * block.amplifier().readWidth() + from;
            System.arraycopy(block.counts(), source, counts, (y + row) * width + x, columns);
        }
        return this;
    }

    public OutputHdu hdu(Header header, PixelType type) {
        return OutputHdu.integers(header, width, height, counts, type);
    }
}
