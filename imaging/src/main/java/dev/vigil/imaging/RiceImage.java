package dev.vigil.imaging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.Set;

/** An image of whole numbers in RICE_1 tiles, uncompressed a few thousand pixels at a time. */
final class RiceImage implements TiledImage {
    private static final int PIECE = 1 << 13;
    private static final int LARGEST_BLOCK = 1 << 10;
    private static final Set<String> NAMES = Set.of("RICE_1", "RICE_ONE");

    private final TileHeap heap;
    private final Hdu hdu;
    private final RasterTiles tiles;
    private final int bitpix;
    private final RiceDecoder decoder;
    private final int[] pixels;

    private RiceImage(TileHeap heap, Hdu hdu, RasterTiles tiles, RiceWidth width, int blockSize) {
        this.heap = heap;
        this.hdu = hdu;
        this.tiles = tiles;
        this.bitpix = (int) hdu.header().integer("ZBITPIX").orElseThrow();
        this.decoder = new RiceDecoder(width, blockSize);
        this.pixels = new int[Math.max(1, PIECE / blockSize) * blockSize];
    }

    /** Empty where the tiles are of another kind, or not each written after the other. */
    static Optional<RiceImage> of(FileChannel file, Hdu hdu) throws BadFitsException {
        Header header = hdu.header();
        long bitpix = header.integer("ZBITPIX").orElse(0);
        long bytes = parameter(header, "BYTEPIX", 4);
        long blockSize = parameter(header, "BLOCKSIZE", 32);
        boolean ours = header.text("ZCMPTYPE").filter(NAMES::contains).isPresent()
                && Set.of(8L, 16L, 32L).contains(bitpix)
                && Set.of(1L, 2L, 4L).contains(bytes)
                && 8 * bytes >= bitpix
                && blockSize >= 1
                && blockSize <= LARGEST_BLOCK;
        return ours ? of(file, hdu, RiceWidth.ofBytes((int) bytes), (int) blockSize) : Optional.empty();
    }

    private static Optional<RiceImage> of(FileChannel file, Hdu hdu, RiceWidth width, int blockSize)
            throws BadFitsException {
        Optional<RasterTiles> tiles = RasterTiles.of(hdu);
        Optional<TileHeap> heap = TileHeap.of(file, hdu);
        if (tiles.isEmpty() || heap.isEmpty()) {
            return Optional.empty();
        }
        RiceImage image = new RiceImage(heap.get(), hdu, tiles.get(), width, blockSize);
        image.checkIsPossible(8 * heap.get().mostBytes() / width.splitBits() * blockSize);
        return Optional.of(image);
    }

    /** Before memory is set aside for what a header only claims: a block costs at least the bits of its split. */
    private void checkIsPossible(long mostPixels) throws BadFitsException {
        long claimed = 1;
        for (int axis = 1; axis <= hdu.header().integer("ZNAXIS").orElse(0); axis++) {
            claimed *= hdu.axis(axis);
        }
        if (claimed > mostPixels) {
            throw new BadFitsException("HDU " + hdu.index() + " cannot be uncompressed: its tiles hold at most "
                    + mostPixels + " pixels, its header claims " + claimed);
        }
    }

    /** A parameter of the compression: ZNAMEn says what it is, ZVALn how much. */
    static long parameter(Header header, String name, long otherwise) {
        for (int n = 1; header.has("ZNAME" + n); n++) {
            if (header.text("ZNAME" + n).filter(name::equals).isPresent()) {
                return header.integer("ZVAL" + n).orElse(otherwise);
            }
        }
        return otherwise;
    }

    @Override
    public int bitpix() {
        return bitpix;
    }

    @Override
    public void write(BlockBuffer.Sink sink) throws IOException, BadFitsException {
        BlockBuffer out = new BlockBuffer(sink);
        for (long tile = 0; tile < heap.tiles(); tile++) {
            try {
                write(tile, out);
            } catch (DamagedTileException damaged) {
                throw new BadFitsException("tile " + (tile + 1) + " of HDU " + hdu.index() + " cannot be uncompressed: "
                        + damaged.getMessage());
            }
        }
        out.finish();
    }

    private void write(long tile, BlockBuffer out) throws IOException, BadFitsException, DamagedTileException {
        heap.find(tile);
        decoder.begin(heap.bytes(), heap.offset(), heap.length());
        long left = tiles.pixelsOf(tile);
        while (left > 0) {
            int count = (int) Math.min(left, pixels.length);
            decoder.decode(pixels, count);
            out.putIntegers(pixels, count, bitpix / 8);
            left -= count;
        }
    }
}
