package dev.vigil.imaging;

import java.io.Closeable;
import java.io.IOException;

/** The bytes of a FITS file from front to back, already uncompressed where the file is gzipped. */
interface ByteSource extends Closeable {
    /** Fills the range as far as there are bytes, and says how many there were: fewer than asked only at the end. */
    int read(byte[] buffer, int offset, int length) throws IOException, BadFitsException;

    /** Moves on, past the end of the file too. */
    void skip(long bytes) throws IOException, BadFitsException;
}
