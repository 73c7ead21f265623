package dev.vigil.reduction.recipes;

import dev.vigil.reduction.detectors.Assembly;
import dev.vigil.reduction.detectors.Section;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MasterPiece;
import dev.vigil.reduction.pixels.RawRows;
import java.util.Arrays;
import java.util.List;

/**
 * Some neighbouring rows of a frame on their way through a recipe: few enough to stay in the processor's cache while
 * one step after the other works on them in place.
 */
public final class RowBlock {
    /** Three arrays of this many pixels stay in the second-level cache of any machine of the last ten years. */
    private static final int PIXELS_IN_CACHE = 16 * 1024;

    private final int mostRows;
    private final float[] science;
    private final float[] variance;
    private final int[] mask;
    private MasterPiece room = MasterPiece.room(0);
    private int width;
    private int firstRow;
    private int rows;

    RowBlock(int width, int mostRows) {
        this.width = width;
        this.mostRows = mostRows;
        this.science = new float[width * mostRows];
        this.variance = new float[width * mostRows];
        this.mask = new int[width * mostRows];
    }

    /** A block of as many rows as stay in cache. */
    public static RowBlock inCache(Size raw) {
        return new RowBlock(raw.width(), Math.max(1, PIXELS_IN_CACHE / raw.width()));
    }

    /** How many rows there is room for. */
    public int mostRows() {
        return mostRows;
    }

    /** Where as many pixels of a master may be put as are in the block; whatever it held is gone. */
    public MasterPiece roomForMaster() {
        if (room.science().length < size()) {
            room = MasterPiece.room(science.length);
        }
        return room;
    }

    /** Fills the block with raw counts; nothing is known of their variance yet. */
    void load(RawRows raw, int first, int count) {
        width = raw.size().width();
        firstRow = first;
        rows = count;
        raw.read(first, count, science);
        Arrays.fill(variance, 0, size(), 0f);
        Arrays.fill(mask, 0, size(), 0);
    }

    /** The values, row after row; only the first {@link #size()} count. */
    public float[] science() {
        return science;
    }

    public float[] variance() {
        return variance;
    }

    public int[] mask() {
        return mask;
    }

    public int width() {
        return width;
    }

    public int firstRow() {
        return firstRow;
    }

    public int rows() {
        return rows;
    }

    public int size() {
        return width * rows;
    }

    /** Where the block begins in an image of the same width. */
    int offset() {
        return width * firstRow;
    }

    /** Calls with every stretch of the block's pixels that lies in the section. */
    public void within(Section section, Stretch stretch) {
        int from = Math.max(section.y(), firstRow);
        int to = Math.min(section.endY(), firstRow + rows);
        for (int row = from; row < to; row++) {
            int start = (row - firstRow) * width + section.x();
            stretch.visit(start, start + section.width());
        }
    }

    /** Takes out the columns and rows that are not part of the assembled detector. */
    public void keep(Assembly assembly) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            if (assembly.staysRow(firstRow + row)) {
                moveRow(assembly.runs(), row * width, kept++ * assembly.columns().length);
            }
        }
        firstRow = assembly.rowsBefore(firstRow);
        rows = kept;
        width = assembly.columns().length;
    }

    private void moveRow(List<Assembly.Run> runs, int from, int to) {
        int place = to;
        for (Assembly.Run run : runs) {
            System.arraycopy(science, from + run.first(), science, place, run.length());
            System.arraycopy(variance, from + run.first(), variance, place, run.length());
            System.arraycopy(mask, from + run.first(), mask, place, run.length());
            place += run.length();
        }
    }

    void copyTo(DetectorImage image) {
        System.arraycopy(science, 0, image.science(), offset(), size());
        System.arraycopy(variance, 0, image.variance(), offset(), size());
        System.arraycopy(mask, 0, image.mask(), offset(), size());
    }

    /** A run of neighbouring pixels of one row, by their places in the block's arrays. */
    @FunctionalInterface
    public interface Stretch {
        void visit(int from, int to);
    }
}
