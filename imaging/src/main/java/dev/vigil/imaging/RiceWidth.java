package dev.vigil.imaging;

/** What RICE_1 fixes for whole numbers of 8, 16 and 32 bits, as cfitsio does. */
enum RiceWidth {
    BYTE(8, 3, 6),
    SHORT(16, 4, 14),
    INT(32, 5, 25);

    private final int bits;
    private final int splitBits;
    private final int noSplit;

    RiceWidth(int bits, int splitBits, int noSplit) {
        this.bits = bits;
        this.splitBits = splitBits;
        this.noSplit = noSplit;
    }

    static RiceWidth ofBytes(int bytes) {
        for (RiceWidth width : values()) {
            if (width.bits == 8 * bytes) {
                return width;
            }
        }
        throw new IllegalArgumentException("RICE_1 knows no numbers of " + bytes + " bytes");
    }

    int bits() {
        return bits;
    }

    /** How many bits say, before each block, at which bit its numbers are split. */
    int splitBits() {
        return splitBits;
    }

    /** From this split on, a block's numbers are written as they are. */
    int noSplit() {
        return noSplit;
    }

    /** By how much an int is shifted up and down again to keep only these bits. */
    int unused() {
        return 32 - bits;
    }
}
