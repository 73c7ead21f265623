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

    /** These rows, where they lie already or read into the room, which holds as many. They are read at once and not changed. */
    MasterPiece rows(int firstRow, int rows, MasterPiece room);

    /** Pixels that are in memory. */
    static MasterRows of(DetectorImage image) {
        MasterPiece whole = new MasterPiece(image.science(), image.variance(), image.mask(), 0);
        return new MasterRows() {
            @Override
            public Size size() {
                return image.size();
            }

            @Override
            public MasterPiece rows(int firstRow, int rows, MasterPiece room) {
                return whole.from(firstRow * image.size().width());
            }
        };
    }
}
