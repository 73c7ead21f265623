package dev.vigil.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.regex.Pattern;

/** The streams of an image's tiles, found by their descriptors; neighbours are read from the file together. */
final class TileHeap {
    private static final int PIECE = 1 << 18;
    private static final Pattern SHORT_DESCRIPTORS = Pattern.compile("1?PB(\\(\\d*\\))?");
    private static final Pattern LONG_DESCRIPTORS = Pattern.compile("1?QB(\\(\\d*\\))?");

    private final FileChannel file;
    private final Hdu hdu;
    private final int descriptorBytes;
    private final int rowBytes;
    private final int column;
    private final long tiles;
    private final long heapOffset;
    private final Window descriptors = new Window();
    private final Window streams = new Window();
    private int offset;
    private int length;

    private TileHeap(FileChannel file, Hdu hdu, int descriptorBytes, int rowBytes, int column) {
        this.file = file;
        this.hdu = hdu;
        this.descriptorBytes = descriptorBytes;
        this.rowBytes = rowBytes;
        this.column = column;
        this.tiles = hdu.header().integer("NAXIS2").orElse(0);
        this.heapOffset = hdu.dataOffset() + hdu.header().integer("THEAP").orElse(tiles * rowBytes);
    }

    /** Empty where the table has other columns besides, in which some tiles may be instead. */
    static Optional<TileHeap> of(FileChannel file, Hdu hdu) {
        Header header = hdu.header();
        String form = header.text("TFORM1").orElse("");
        int bytes = SHORT_DESCRIPTORS.matcher(form).matches()
                ? 8
                : LONG_DESCRIPTORS.matcher(form).matches() ? 16 : 0;
        boolean alone = header.integer("TFIELDS").orElse(0) == 1
                && header.text("TTYPE1").filter("COMPRESSED_DATA"::equals).isPresent()
                && bytes > 0
                && header.integer("NAXIS1").orElse(0) == bytes
                && isBehindTheTable(header, hdu, bytes);
        return alone ? Optional.of(new TileHeap(file, hdu, bytes, bytes, 0)) : Optional.empty();
    }

    /** The streams of which this column of eight bytes holds the descriptors. */
    static Optional<TileHeap> of(FileChannel file, Hdu hdu, int rowBytes, int column) {
        return isBehindTheTable(hdu.header(), hdu, rowBytes)
                ? Optional.of(new TileHeap(file, hdu, 8, rowBytes, column))
                : Optional.empty();
    }

    private static boolean isBehindTheTable(Header header, Hdu hdu, int rowBytes) {
        long table = header.integer("NAXIS2").orElse(0) * rowBytes;
        long heap = header.integer("THEAP").orElse(table);
        return heap >= table && heap <= hdu.dataBytes();
    }

    /** Of all streams together. */
    long mostBytes() {
        return hdu.dataOffset() + hdu.dataBytes() - heapOffset;
    }

    long tiles() {
        return tiles;
    }

    /** Has the stream of a tile in {@link #bytes}, {@link RiceDecoder#SLACK} more bytes behind it. */
    void find(long tile) throws IOException, BadFitsException, DamagedTileException {
        ByteBuffer descriptor = descriptor(tile);
        long bytes = descriptorBytes == 8 ? descriptor.getInt() : descriptor.getLong();
        long from = descriptorBytes == 8 ? Integer.toUnsignedLong(descriptor.getInt()) : descriptor.getLong();
        long end = heapOffset + mostBytes();
        if (bytes < 1 || from < 0 || bytes > Integer.MAX_VALUE - PIECE || from > mostBytes() - bytes) {
            throw new DamagedTileException(
                    "its stream is said to be " + bytes + " bytes from byte " + from + " on, of " + mostBytes());
        }
        offset = streams.find(heapOffset + from, (int) bytes, end);
        length = (int) bytes;
    }

    private ByteBuffer descriptor(long tile) throws IOException, BadFitsException {
        int at = descriptors.find(hdu.dataOffset() + tile * rowBytes + column, descriptorBytes, heapOffset);
        return ByteBuffer.wrap(descriptors.bytes, at, descriptorBytes);
    }

    /** How long a tile's stream is said to be; 0 where it is in another column. */
    long lengthOf(long tile) throws IOException, BadFitsException {
        ByteBuffer descriptor = descriptor(tile);
        return descriptorBytes == 8 ? descriptor.getInt() : descriptor.getLong();
    }

    byte[] bytes() {
        return streams.bytes;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** A piece of the file. */
    private final class Window {
        private byte[] bytes = new byte[0];
        private long from;
        private int filled;

        /** Where in the piece the bytes from a place in the file on are; reads further ones too, but none behind the end. */
        int find(long position, int count, long end) throws IOException, BadFitsException {
            if (position < from || position + count > from + filled) {
                read(position, (int) Math.max(count, Math.min(PIECE, end - position)));
            }
            return (int) (position - from);
        }

        private void read(long position, int count) throws IOException, BadFitsException {
            if (position + count > file.size()) {
                throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
            }
            if (bytes.length < count + RiceDecoder.SLACK) {
                bytes = new byte[count + RiceDecoder.SLACK];
            }
            ByteBuffer target = ByteBuffer.wrap(bytes, 0, count);
            while (target.hasRemaining()) {
                if (file.read(target, position + target.position()) < 0) {
                    throw BadFitsException.cutShort("the file ends within the data of HDU " + hdu.index());
                }
            }
            from = position;
            filled = count;
        }
    }
}
