package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Rows of numbers of any kind, told in steps of their noise; one without noise is kept as it is. */
final class QuantisedRows implements RowPacker, AutoCloseable {
    /** Where the stream is, where it is if the row is as it is, the length of a step, and where steps begin. */
    private static final int TABLE_ROW = 32;

    private final PixelDecoder decoder;
    private final float[] pixels;
    private final float top;
    private final Quantiser quantiser;
    private final RiceEncoder encoder;
    private final GzipTile asItIs;
    private int longest;
    private int longestAsItIs;

    /**
     * Packs an image.
     *
     * @param top its largest value: a pixel is at least this afterwards exactly if it was before, so that what is saturated stays so
     */
    QuantisedRows(Hdu hdu, TileForm form, float top) {
        int width = (int) hdu.axis(1);
        this.decoder = decoder(hdu);
        this.pixels = new float[width];
        this.top = top;
        this.quantiser = new Quantiser(form, width);
        this.encoder = new RiceEncoder(RiceWidth.INT, TilePacker.BLOCK_SIZE, width);
        this.asItIs = GzipTile.stored(width);
    }

    static PixelDecoder decoder(Hdu hdu) {
        return PixelDecoder.of(
                hdu.header(), (int) hdu.header().integer("BITPIX").orElseThrow());
    }

    @Override
    public int tableBytes() {
        return TABLE_ROW;
    }

    @Override
    public void pack(byte[] piece, int at, int row, ByteBuffer table, SummingWriter heap) throws IOException {
        decoder.decode(piece, at, pixels.length, pixels, 0);
        if (quantiser.quantise(pixels, 0, row, top)) {
            int length = encoder.encode(quantiser.steps(), pixels.length);
            longest = Math.max(longest, length);
            table.putInt(length).putInt((int) heap.written()).putLong(0);
            table.putDouble(quantiser.scale()).putDouble(quantiser.zero());
            heap.put(encoder.bytes(), length);
        } else {
            int length = asItIs.pack(pixels, 0);
            longestAsItIs = Math.max(longestAsItIs, length);
            table.putLong(0).putInt(length).putInt((int) heap.written());
            table.putDouble(0).putDouble(0);
            heap.put(asItIs.bytes(), length);
        }
    }

    @Override
    public PackedHeader.Table table(int rows, long heapBytes) {
        return new PackedHeader.Table(rows, heapBytes, longest, longestAsItIs);
    }

    @Override
    public void close() {
        asItIs.close();
    }
}
