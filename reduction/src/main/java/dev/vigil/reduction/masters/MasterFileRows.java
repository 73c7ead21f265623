package dev.vigil.reduction.masters;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.detectors.Size;
import dev.vigil.reduction.pixels.DetectorImage;
import dev.vigil.reduction.pixels.FitsRows;
import dev.vigil.reduction.pixels.MasterPiece;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The planes of one detector of a master, read from its file as rows are asked for. */
public final class MasterFileRows implements MasterRows {
    private final FitsRows science;
    private final FitsRows uncertainty;
    private final FitsRows mask;

    private MasterFileRows(FitsRows science, FitsRows uncertainty, FitsRows mask) {
        this.science = science;
        this.uncertainty = uncertainty;
        this.mask = mask;
    }

    /** The planes of one detector; the reader stays open till they are needed no more. */
    public static MasterFileRows of(ImageReader reader, String detector) throws BadFitsException {
        MasterFileRows planes = new MasterFileRows(
                FitsRows.plane(reader, DetectorImage.SCIENCE, detector),
                FitsRows.plane(reader, "UNCERT", detector),
                FitsRows.plane(reader, "MASK", detector));
        if (!planes.size().equals(planes.uncertainty.size()) || !planes.size().equals(planes.mask.size())) {
            throw new BadFitsException("The planes of the master's detector " + detector + " differ in size");
        }
        return planes;
    }

    @Override
    public Size size() {
        return science.size();
    }

    /** A block may have lost all its rows when it was trimmed. */
    @Override
    public void read(int firstRow, int rows, MasterPiece room) {
        if (rows > 0) {
            science.read(firstRow, rows, room.science());
            uncertainty.read(firstRow, rows, room.variance());
            square(room.variance(), size().width() * rows);
        }
    }

    private static void square(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= values[i];
        }
    }

    @Override
    public void mark(int firstRow, int rows, int[] marks, MasterPiece room) {
        if (rows > 0) {
            float[] read = room.variance();
            mask.read(firstRow, rows, read);
            for (int i = 0; i < size().width() * rows; i++) {
                marks[i] |= (int) read[i];
            }
        }
    }

    /** All rows, in memory. */
    public DetectorImage image() throws IOException, BadFitsException {
        DetectorImage image = DetectorImage.empty(size());
        MasterPiece room = new MasterPiece(image.science(), image.variance());
        try {
            mark(0, size().height(), image.mask(), room);
            read(0, size().height(), room);
        } catch (UncheckedIOException e) {
            throw asChecked(e);
        }
        return image;
    }

    private static IOException asChecked(UncheckedIOException e) throws BadFitsException {
        if (e.getCause().getCause() instanceof BadFitsException bad) {
            throw bad;
        }
        return e.getCause();
    }
}
