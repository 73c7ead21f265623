package dev.vigil.reduction.pixels;

import dev.vigil.reduction.detectors.Size;

/** The raw pixels of one detector, read some rows at a time, so that a stack of frames need not fit into memory. */
public interface RawRows {
    Size size();

    /** Puts the raw counts of these rows, one row after the other, at the start of {@code into}. */
    void read(int firstRow, int rows, float[] into);

    /** The raw pixels of another HDU of the same file. */
    default RawRows beside(int hdu) {
        throw new IllegalStateException("These pixels have no HDU " + hdu + " beside them");
    }

    /** Raw pixels that are already in memory. */
    static RawRows of(Size size, float[] counts) {
        if (counts.length != size.pixels()) {
            throw new IllegalArgumentException(counts.length + " counts are not an image of " + size);
        }
        return new RawRows() {
            @Override
            public Size size() {
                return size;
            }

            @Override
            public void read(int firstRow, int rows, float[] into) {
                System.arraycopy(counts, firstRow * size.width(), into, 0, rows * size.width());
            }
        };
    }
}
