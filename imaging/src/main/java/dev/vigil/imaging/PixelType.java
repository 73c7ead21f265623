package dev.vigil.imaging;

/** How pixels are stored in a file. */
public enum PixelType {
    /** 0 to 255. */
    INT_8(8, 1, 0),
    /** −32768 to 32767. */
    INT_16(16, 2, 0),
    /** 0 to 65535, stored with BZERO 32768 as every camera does. */
    UNSIGNED_16(16, 2, 32768),
    /** Whole numbers of 32 bits. */
    INT_32(32, 4, 0),
    /** Single precision, NaN where there is no value. */
    FLOAT_32(-32, 4, 0);

    private final int bitpix;
    private final int bytes;
    private final int zero;

    PixelType(int bitpix, int bytes, int zero) {
        this.bitpix = bitpix;
        this.bytes = bytes;
        this.zero = zero;
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
}
