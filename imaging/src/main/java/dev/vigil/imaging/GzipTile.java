package dev.vigil.imaging;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes rows of single-precision numbers as gzip streams, without a date or a system in their headers. */
final class GzipTile implements AutoCloseable {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final int TRAILER = 8;
    private static final int SLACK = 1024;

    private final Deflater deflater;
    private final byte[] plain;
    private final byte[] packed;

    private GzipTile(int level, int width) {
        this.deflater = new Deflater(level, true);
        this.plain = new byte[4 * width];
        this.packed = new byte[HEADER.length + 4 * width + width / 2 + TRAILER + SLACK];
        System.arraycopy(HEADER, 0, packed, 0, HEADER.length);
    }

    /** Quick, because what is behind the first bytes of each number is noise. */
    static GzipTile quick(int width) {
        return new GzipTile(Deflater.BEST_SPEED, width);
    }

    /** Without any search. */
    static GzipTile stored(int width) {
        return new GzipTile(Deflater.NO_COMPRESSION, width);
    }

    /** The first bytes of all numbers, then all the second ones and so on (GZIP_2); says how many of {@link #bytes} it takes. */
    int packShuffled(float[] pixels, int from) {
        int width = plain.length / 4;
        for (int i = 0; i < width; i++) {
            int bits = Float.floatToRawIntBits(pixels[from + i]);
            plain[i] = (byte) (bits >> 24);
            plain[width + i] = (byte) (bits >> 16);
            plain[2 * width + i] = (byte) (bits >> 8);
            plain[3 * width + i] = (byte) bits;
        }
        return pack();
    }

    /** Number behind number (GZIP_1). */
    int pack(float[] pixels, int from) {
        for (int i = 0; i < plain.length; i += 4) {
            put(plain, i, Integer.reverseBytes(Float.floatToRawIntBits(pixels[from + i / 4])));
        }
        return pack();
    }

    private int pack() {
        deflater.reset();
        deflater.setInput(plain);
        deflater.finish();
        int end = HEADER.length;
        while (!deflater.finished()) {
            end += deflater.deflate(packed, end, packed.length - TRAILER - end);
        }
        CRC32 sum = new CRC32();
        sum.update(plain);
        put(packed, end, (int) sum.getValue());
        put(packed, end + 4, plain.length);
        return end + TRAILER;
    }

    /** The lowest byte first. */
    private static void put(byte[] into, int at, int value) {
        for (int i = 0; i < 4; i++) {
            into[at + i] = (byte) (value >>> 8 * i);
        }
    }

    byte[] bytes() {
        return packed;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
