package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of whole numbers, packed without loss. */
final class ExactRows implements RowPacker {
    private static final int DESCRIPTOR = 8;

    private final int bytesPerPixel;
    private final int[] pixels;
    private final RiceEncoder encoder;
    private int longest;

    ExactRows(Hdu hdu) {
        this.bytesPerPixel = TilePacker.bytesPerPixel(hdu);
        this.pixels = new int[(int) hdu.axis(1)];
        this.encoder = new RiceEncoder(RiceWidth.ofBytes(bytesPerPixel), TilePacker.BLOCK_SIZE, pixels.length);
    }

    @Override
    public int tableBytes() {
        return DESCRIPTOR;
    }

    @Override
    public void pack(byte[] piece, int at, int row, ByteBuffer table, SummingWriter heap) throws IOException {
        int length = encode(piece, at);
        table.putInt(length).putInt((int) heap.written());
        longest = Math.max(longest, length);
        heap.put(encoder.bytes(), length);
    }

    /** How many bytes a row takes. */
    int encode(byte[] piece, int at) {
        WholeNumbers.fromBytes(piece, at, bytesPerPixel, pixels, pixels.length);
        return encoder.encode(pixels, pixels.length);
    }

    @Override
    public PackedHeader.Table table(int rows, long heapBytes) {
        return new PackedHeader.Table(rows, heapBytes, longest, 0);
    }
}
