package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MasterPiece;

/**
 * The pixels of one detector of a master, some rows at a time: they lie in memory, or are read from a file whenever they are asked
 * for, so that a frame of any size can be worked on beside its masters.
 */
public interface MasterRows {
    Size size();

    /** Puts values and variances of these rows at the start of the room, which holds as many. */
    void read(int firstRow, int rows, MasterPiece room);

    /** Adds the marks of these rows to those of as many pixels; what the room holds is gone. */
    void mark(int firstRow, int rows, int[] marks, MasterPiece room);

    /** Whether all values of these rows are above zero; false, too, where they would have to be read for that. */
    default boolean areKnownPositive(int firstRow, int rows) {
        return false;
    }

    /** Pixels that are in memory. */
    static MasterRows of(DetectorImage image) {
        return new MasterPlanes(image);
    }
}
