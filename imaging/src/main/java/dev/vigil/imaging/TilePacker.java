package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes one image of whole numbers as a table of RICE_1 tiles, each tile a row of the image. */
final class TilePacker {
    static final int BLOCK_SIZE = 32;

    private static final int PIECE = 1 << 18;
    private static final int DESCRIPTOR = 8;
    /** What is held in memory for an image: one row, and one descriptor for each row. */
    private static final long LONGEST_ROW = 1 << 22;

    private static final long MOST_ROWS = 1 << 20;
    /** Descriptors of eight bytes reach no further. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int MOST_AXES = 99;

    private final FileChannel from;
    private final Hdu hdu;
    private final int bytesPerPixel;
    private final int rowPixels;
    private final int rows;
    private final RiceEncoder encoder;
    private final ByteBuffer descriptors;
    private int longestTile;

    TilePacker(FileChannel from, Hdu hdu) {
        this.from = from;
        this.hdu = hdu;
        this.bytesPerPixel = bytesPerPixel(hdu);
        this.rowPixels = (int) hdu.axis(1);
        this.rows = (int) (hdu.dataBytes() / bytesPerPixel / rowPixels);
        this.encoder = new RiceEncoder(RiceWidth.ofBytes(bytesPerPixel), BLOCK_SIZE, rowPixels);
        this.descriptors = ByteBuffer.allocate(rows * DESCRIPTOR);
    }

    /** Whether an HDU is an image of whole numbers of at most 32 bits, of a size for which tiles of one row make sense. */
    static boolean fits(Hdu hdu) {
        if (!hdu.isImage() || hdu.isTileCompressed() || bytesPerPixel(hdu) < 1 || bytesPerPixel(hdu) > 4) {
            return false;
        }
        long pixels = 1;
        long axes = hdu.header().integer("NAXIS").orElse(0);
        for (int axis = 1; axis <= Math.min(axes, MOST_AXES); axis++) {
            pixels *= hdu.axis(axis);
        }
        boolean plain = axes <= MOST_AXES && pixels * bytesPerPixel(hdu) == hdu.dataBytes();
        return plain
                && hdu.axis(1) <= LONGEST_ROW
                && pixels / hdu.axis(1) <= MOST_ROWS
                && hdu.dataBytes() <= MOST_BYTES;
    }

    private static int bytesPerPixel(Hdu hdu) {
        return (int) hdu.header().integer("BITPIX").orElse(0) / 8;
    }

    /** Appends the packed HDU to a file. */
    void pack(PackedHeader header, FileChannel to) throws IOException, BadFitsException {
        long begin = to.position();
        long tableAt = begin + header.length();
        SummingWriter heap = new SummingWriter(to, tableAt + descriptors.capacity());
        packRows(heap);
        long heapBytes = heap.written();
        long data = descriptors.capacity() + heapBytes;
        heap.putZeros((int) (Blocks.padded(data) - data));
        heap.finish();
        FitsChecksum sum = new FitsChecksum()
                .add(descriptors.array(), 0, descriptors.capacity())
                .add(heap.sum());
        write(
                to,
                ByteBuffer.wrap(header.bytes(new PackedHeader.Table(rows, heapBytes, longestTile), sum.sum())),
                begin);
        write(to, descriptors.flip(), tableAt);
        to.position(tableAt + Blocks.padded(data));
    }

    private void packRows(SummingWriter heap) throws IOException, BadFitsException {
        int rowBytes = rowPixels * bytesPerPixel;
        int rowsAtOnce = Math.max(1, PIECE / rowBytes);
        byte[] piece = new byte[rowsAtOnce * rowBytes];
        int[] pixels = new int[rowPixels];
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int some = Math.min(rowsAtOnce, rows - row);
            read(piece, some * rowBytes, hdu.dataOffset() + (long) row * rowBytes);
            for (int i = 0; i < some; i++) {
                WholeNumbers.fromBytes(piece, i * rowBytes, bytesPerPixel, pixels, rowPixels);
                packRow(pixels, heap);
            }
        }
    }

    private void packRow(int[] pixels, SummingWriter heap) throws IOException {
        int length = encoder.encode(pixels, rowPixels);
        descriptors.putInt(length).putInt((int) heap.written());
        longestTile = Math.max(longestTile, length);
        heap.put(encoder.bytes(), length);
    }

    private void read(byte[] piece, int length, long position) throws IOException, BadFitsException {
        ByteBuffer target = ByteBuffer.wrap(piece, 0, length);
        while (target.hasRemaining()) {
            if (from.read(target, position + target.position()) < 0) {
                throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
            }
        }
    }

    private static void write(FileChannel to, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += to.write(bytes, at);
        }
    }
}
