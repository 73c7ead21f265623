package dev.vigil.reduction.pixels;

import dev.vigil.imaging.BadFitsException;
import dev.vigil.imaging.Hdu;
import dev.vigil.imaging.ImageReader;
import dev.vigil.reduction.detectors.Size;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The raw pixels of one HDU of a FITS file, read from the disk as rows are asked for. */
public final class FitsRows implements RawRows {
    private final ImageReader reader;
    private final int hdu;
    private final Size size;

    private FitsRows(ImageReader reader, int hdu, Size size) {
        this.reader = reader;
        this.hdu = hdu;
        this.size = size;
    }

    /** The rows of an HDU that must hold an image. */
    public static FitsRows of(ImageReader reader, int hdu) throws BadFitsException {
        if (hdu >= reader.file().hdus().size()) {
            throw new BadFitsException("It has no HDU " + hdu);
        }
        Hdu found = reader.file().hdus().get(hdu);
        if (!found.isImage() || found.width() < 1 || found.height() < 1) {
            throw new BadFitsException("Its HDU " + hdu + " holds no image");
        }
        return new FitsRows(reader, hdu, new Size((int) found.width(), (int) found.height()));
    }

    /** The rows of the plane of that name that a product has of a detector. */
    public static FitsRows plane(ImageReader reader, String name, String detector) throws BadFitsException {
        Hdu found = reader.file().hdus().stream()
                .filter(hdu -> hdu.name().filter(name::equals).isPresent())
                .filter(hdu ->
                        hdu.header().text("DETECTOR").filter(detector::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new BadFitsException("There is no " + name + " of detector " + detector));
        return of(reader, found.index());
    }

    @Override
    public Size size() {
        return size;
    }

    /** Throws as {@link #read} does where there is no image in that HDU. */
    @Override
    public RawRows beside(int other) {
        try {
            return of(reader, other);
        } catch (BadFitsException e) {
            throw atFault(e);
        }
    }

    private static UncheckedIOException atFault(BadFitsException e) {
        return new UncheckedIOException(new IOException(e.getMessage(), e));
    }

    /** Throws {@link UncheckedIOException}, with a {@link BadFitsException} inside where the file is at fault. */
    @Override
    public void read(int firstRow, int rows, float[] into) {
        try {
            reader.readRows(hdu, firstRow, rows, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadFitsException e) {
            throw atFault(e);
        }
    }
}
