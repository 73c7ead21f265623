package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes one image as a table of RICE_1 tiles, each tile a row of the image. */
final class TilePacker {
    static final int BLOCK_SIZE = 32;

    private static final int PIECE = 1 << 18;
    /** What is held in memory for an image: one row, and what the table says of each. */
    private static final long LONGEST_ROW = 1 << 22;

    private static final long MOST_ROWS = 1 << 20;
    /** Descriptors of eight bytes reach no further. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int MOST_AXES = 99;

    private final FileChannel from;
    private final Hdu hdu;
    private final RowPacker packer;
    private final int rows;
    private final ByteBuffer descriptors;

    TilePacker(FileChannel from, Hdu hdu, RowPacker packer) {
        this.from = from;
        this.hdu = hdu;
        this.packer = packer;
        this.rows = (int) (hdu.dataBytes() / hdu.axis(1) / bytesPerPixel(hdu));
        this.descriptors = ByteBuffer.allocate(rows * packer.tableBytes());
    }

    /** Whether an HDU is a plain image of a size for which tiles of one row make sense. */
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

    static int bytesPerPixel(Hdu hdu) {
        return (int) Math.abs(hdu.header().integer("BITPIX").orElse(0)) / 8;
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
        write(to, ByteBuffer.wrap(header.bytes(packer.table(rows, heapBytes), sum.sum())), begin);
        write(to, descriptors.flip(), tableAt);
        to.position(tableAt + Blocks.padded(data));
    }

    private void packRows(SummingWriter heap) throws IOException, BadFitsException {
        rows(from, hdu, (piece, at, row) -> packer.pack(piece, at, row, descriptors, heap));
    }

    /** Takes a row. */
    interface RowSink {
        void take(byte[] piece, int at, int row) throws IOException;
    }

    /** Hands out the rows of an image, as they are stored. */
    static void rows(FileChannel from, Hdu hdu, RowSink sink) throws IOException, BadFitsException {
        int rowBytes = (int) hdu.axis(1) * bytesPerPixel(hdu);
        int rows = (int) (hdu.dataBytes() / rowBytes);
        int rowsAtOnce = Math.max(1, PIECE / rowBytes);
        byte[] piece = new byte[rowsAtOnce * rowBytes];
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int some = Math.min(rowsAtOnce, rows - row);
            read(from, hdu, ByteBuffer.wrap(piece, 0, some * rowBytes), hdu.dataOffset() + (long) row * rowBytes);
            for (int i = 0; i < some; i++) {
                sink.take(piece, i * rowBytes, row + i);
            }
        }
    }

    private static void read(FileChannel from, Hdu hdu, ByteBuffer target, long position)
            throws IOException, BadFitsException {
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
