package dev.vigil.reduction.masters;

import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.MasterPiece;
import java.util.BitSet;

/** The planes of one detector of a master in memory. Few pixels are marked, so it is known which, and nobody reads the mask of the others. */
final class MasterPlanes implements MasterRows {
    private final DetectorImage image;
    private final BitSet marked;
    private final BitSet rowsNotPositive;

    MasterPlanes(DetectorImage image) {
        this.image = image;
        this.marked = marked(image.mask());
        this.rowsNotPositive = rowsNotPositive(image);
    }

    private static BitSet marked(int[] mask) {
        BitSet marked = new BitSet(mask.length);
        for (int i = 0; i < mask.length; i++) {
            if (mask[i] != 0) {
                marked.set(i);
            }
        }
        return marked;
    }

    private static BitSet rowsNotPositive(DetectorImage image) {
        BitSet rows = new BitSet(image.size().height());
        for (int i = 0; i < image.science().length; i++) {
            if (!(image.science()[i] > 0)) {
                rows.set(i / image.size().width());
            }
        }
        return rows;
    }

    @Override
    public Size size() {
        return image.size();
    }

    /** Copied to where the block's pixels are, so that both are counted alike: only then does the compiler make vectors of a loop over both. */
    @Override
    public void read(int firstRow, int rows, MasterPiece room) {
        int from = firstRow * size().width();
        int count = rows * size().width();
        System.arraycopy(image.science(), from, room.science(), 0, count);
        System.arraycopy(image.variance(), from, room.variance(), 0, count);
    }

    @Override
    public boolean areKnownPositive(int firstRow, int rows) {
        int next = rowsNotPositive.nextSetBit(firstRow);
        return next < 0 || next >= firstRow + rows;
    }

    @Override
    public void mark(int firstRow, int rows, int[] marks, MasterPiece room) {
        int from = firstRow * size().width();
        int to = from + rows * size().width();
        for (int i = marked.nextSetBit(from); i >= 0 && i < to; i = marked.nextSetBit(i + 1)) {
            marks[i - from] |= image.mask()[i];
        }
    }
}
