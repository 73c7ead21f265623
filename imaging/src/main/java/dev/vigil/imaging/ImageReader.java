package dev.vigil.imaging;

import java.io.IOException;
import java.nio.file.Path;

/** Reads pixels from a FITS file, plain, gzipped or tile-compressed, as physical values. */
public final class ImageReader implements AutoCloseable {
    private final FitsFile file;

    private ImageReader(FitsFile file) {
        this.file = file;
    }

    public static ImageReader open(Path path) throws IOException, BadFitsException {
        return new ImageReader(FitsFile.read(path));
    }

    public FitsFile file() {
        return file;
    }

    /** The whole image of an HDU, BSCALE and BZERO applied, BLANK as NaN. */
    public Image read(int hdu) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }

    /** Some rows, counted from 0, of the image of an HDU. */
    public Image readRows(int hdu, int firstRow, int rows) throws IOException, BadFitsException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {}
}
