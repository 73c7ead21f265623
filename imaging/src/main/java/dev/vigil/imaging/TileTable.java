package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The table of an image's tiles while it is made: for each row where its stream lies in the heap, and the heap. */
final class TileTable {
    private static final int CHUNK = 1 << 20;

    private final int[] lengths;
    private final int[] offsets;
    private final boolean[] isFallback;
    private final double[] scales;
    private final double[] zeros;
    private final List<byte[]> heap = new ArrayList<>();
    private final boolean isQuantised;
    private int inLastChunk = CHUNK;
    private long heapBytes;
    private int tiles;

    TileTable(int rows, boolean isQuantised) {
        this.lengths = new int[rows];
        this.offsets = new int[rows];
        this.isFallback = new boolean[rows];
        this.scales = new double[isQuantised ? rows : 0];
        this.zeros = new double[isQuantised ? rows : 0];
        this.isQuantised = isQuantised;
    }

    void add(byte[] bytes, int length) throws IOException {
        if (heapBytes + length > Integer.MAX_VALUE) {
            throw new IOException("an image is too large to be packed: its tiles take more than 2 GiB");
        }
        lengths[tiles] = length;
        offsets[tiles] = (int) heapBytes;
        tiles++;
        keep(bytes, length);
    }

    void addQuantised(byte[] bytes, int length, double scale, double zero) throws IOException {
        scales[tiles] = scale;
        zeros[tiles] = zero;
        add(bytes, length);
    }

    /** A row that could not be quantised, as it is. */
    void addAsItIs(byte[] bytes, int length) throws IOException {
        isFallback[tiles] = true;
        add(bytes, length);
    }

    private void keep(byte[] bytes, int length) {
        for (int done = 0; done < length; ) {
            if (inLastChunk == CHUNK) {
                heap.add(new byte[CHUNK]);
                inLastChunk = 0;
            }
            int some = Math.min(length - done, CHUNK - inLastChunk);
            System.arraycopy(bytes, done, heap.get(heap.size() - 1), inLastChunk, some);
            inLastChunk += some;
            done += some;
        }
        heapBytes += length;
    }

    boolean hasFallbacks() {
        for (boolean fallback : isFallback) {
            if (fallback) {
                return true;
            }
        }
        return false;
    }

    int longest(boolean fallback) {
        int longest = 0;
        for (int tile = 0; tile < tiles; tile++) {
            longest = isFallback[tile] == fallback ? Math.max(longest, lengths[tile]) : longest;
        }
        return longest;
    }

    int rows() {
        return tiles;
    }

    int rowBytes() {
        return 8 + (hasFallbacks() ? 8 : 0) + (isQuantised ? 16 : 0);
    }

    long heapBytes() {
        return heapBytes;
    }

    /** Hands out the padded data unit. */
    void write(BlockBuffer.Sink sink) throws IOException {
        BlockBuffer out = new BlockBuffer(sink);
        boolean fallbacks = hasFallbacks();
        for (int tile = 0; tile < tiles; tile++) {
            out.putLong(isFallback[tile] ? 0 : descriptor(tile));
            if (fallbacks) {
                out.putLong(isFallback[tile] ? descriptor(tile) : 0);
            }
            if (isQuantised) {
                out.putLong(Double.doubleToLongBits(scales[tile]));
                out.putLong(Double.doubleToLongBits(zeros[tile]));
            }
        }
        for (int i = 0; i < heap.size(); i++) {
            out.putBytes(ByteBuffer.wrap(heap.get(i), 0, i < heap.size() - 1 ? CHUNK : inLastChunk));
        }
        out.finish();
    }

    private long descriptor(int tile) {
        return (long) lengths[tile] << Integer.SIZE | offsets[tile];
    }
}
