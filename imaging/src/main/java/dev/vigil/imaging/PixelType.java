package dev.vigil.imaging;

/** How pixels are stored in a file. */
public enum PixelType {
    /** 0 to 255. */
    INT_8(8, 1, 0, 0, 255),
    /** −32768 to 32767. */
    INT_16(16, 2, 0, Short.MIN_VALUE, Short.MAX_VALUE),
    /** 0 to 65535, stored with BZERO 32768 as every camera does. */
    UNSIGNED_16(16, 2, 32768, 0, 65535),
    /** Whole numbers of 32 bits. */
    INT_32(32, 4, 0, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** Single precision, NaN where there is no value. */
    FLOAT_32(-32, 4, 0, 0, 0);

    private final int bitpix;
    private final int bytes;
    private final int zero;
    private final long lowest;
    private final long highest;

    PixelType(int bitpix, int bytes, int zero, long lowest, long highest) {
        this.bitpix = bitpix;
        this.bytes = bytes;
        this.zero = zero;
        this.lowest = lowest;
        this.highest = highest;
    }

    int bitpix() {
        return bitpix;
    }

    int bytes() {
        return bytes;
    }

    int zero() {
        return zero;
    }

    /** The nearest value that can be stored; only for whole numbers. */
    long clip(long value) {
        return Math.max(lowest, Math.min(highest, value));
    }
}
