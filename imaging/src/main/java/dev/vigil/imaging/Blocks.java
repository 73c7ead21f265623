package dev.vigil.imaging;

/** FITS counts in blocks of 2880 bytes. */
final class Blocks {
    static final int SIZE = 2880;

    private Blocks() {}

    static long padded(long bytes) {
        return Math.addExact(bytes, SIZE - 1) / SIZE * SIZE;
    }

    static boolean allZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
