package dev.vigil.imaging;

/** The sums of the FITS standard: 32-bit ones' complement, and their encoding as 16 letters. */
public final class FitsChecksum {
    private long sum;

    /** Adds bytes; their number must be a multiple of four, as it is in every block. */
    public void add(byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    public long sum() {
        return sum;
    }
}
