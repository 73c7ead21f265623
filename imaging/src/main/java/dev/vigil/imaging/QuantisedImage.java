package dev.vigil.imaging;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** An image of single-precision numbers in quantised RICE_1 tiles, uncompressed a tile at a time. */
final class QuantisedImage implements TiledImage {
    private static final String DITHERED_WITH_ZEROS = "SUBTRACTIVE_DITHER_2";
    private static final Set<String> DITHERS = Set.of("SUBTRACTIVE_DITHER_1", DITHERED_WITH_ZEROS);
    private static final int LONGEST_TILE = 1 << 22;

    private final Hdu hdu;
    private final RasterTiles tiles;
    private final TileHeap heap;
    private final Optional<TileHeap> fallback;
    private final TileRows rows;
    private final RiceDecoder decoder;
    private final int seed;
    private final int blank;
    private final boolean keepsZeros;
    private int[] steps = new int[0];
    private float[] random = new float[0];
    private float[] values = new float[0];

    private QuantisedImage(Hdu hdu, RasterTiles tiles, TileHeap heap, Optional<TileHeap> fallback, TileRows rows) {
        this.hdu = hdu;
        this.tiles = tiles;
        this.heap = heap;
        this.fallback = fallback;
        this.rows = rows;
        this.decoder = new RiceDecoder(RiceWidth.INT, (int) RiceImage.parameter(hdu.header(), "BLOCKSIZE", 32));
        this.seed = (int) hdu.header().integer("ZDITHER0").orElse(1);
        this.blank = (int) hdu.header().integer("ZBLANK").orElse(Quantiser.NO_VALUE);
        this.keepsZeros = hdu.header()
                .text("ZQUANTIZ")
                .filter(DITHERED_WITH_ZEROS::equals)
                .isPresent();
    }

    /** Empty where the tiles are of another kind, or their table has other columns. */
    static Optional<QuantisedImage> of(FileChannel file, Hdu hdu) {
        Header header = hdu.header();
        boolean ours = header.integer("ZBITPIX").orElse(0) == -32
                && header.text("ZCMPTYPE").filter("RICE_1"::equals).isPresent()
                && header.text("ZQUANTIZ").filter(DITHERS::contains).isPresent()
                && RiceImage.parameter(header, "BYTEPIX", 4) == 4
                && RiceImage.parameter(header, "BLOCKSIZE", 32) == 32
                && header.integer("ZBLANK").orElse(Quantiser.NO_VALUE) <= Quantiser.ZERO
                && isSeed(header.integer("ZDITHER0").orElse(1));
        Optional<RasterTiles> tiles = RasterTiles.of(hdu).filter(found -> found.inner() * found.tile() <= LONGEST_TILE);
        Optional<TileRows> rows = TileRows.of(file, hdu);
        return ours && tiles.isPresent() && rows.isPresent()
                ? rows.get()
                        .heap("COMPRESSED_DATA")
                        .map(heap -> new QuantisedImage(
                                hdu, tiles.get(), heap, rows.get().heap("GZIP_COMPRESSED_DATA"), rows.get()))
                : Optional.empty();
    }

    private static boolean isSeed(long seed) {
        return seed >= 1 && seed <= Dither.LENGTH;
    }

    @Override
    public int bitpix() {
        return -32;
    }

    @Override
    public void write(BlockBuffer.Sink sink) throws IOException, BadFitsException {
        BlockBuffer out = new BlockBuffer(sink);
        for (int tile = 0; tile < heap.tiles(); tile++) {
            out.putFloats(tile(tile));
        }
        out.finish();
    }

    /** One tile's values, which the next call overwrites. */
    float[] tile(int tile) throws IOException, BadFitsException {
        try {
            return tile(tile, (int) tiles.pixelsOf(tile));
        } catch (DamagedTileException damaged) {
            throw new BadFitsException("tile " + (tile + 1) + " of HDU " + hdu.index() + " cannot be uncompressed: "
                    + damaged.getMessage());
        }
    }

    /** How long a step of a tile is; 0 where it is kept as it is. */
    double step(int tile) throws IOException, BadFitsException {
        return rows.numbers(tile).get("ZSCALE");
    }

    private float[] tile(int tile, int count) throws IOException, BadFitsException, DamagedTileException {
        if (fallback.isPresent() && heap.lengthOf(tile) == 0) {
            return asItIs(fallback.get(), tile, count);
        }
        makeRoom(count);
        heap.find(tile);
        decoder.begin(heap.bytes(), heap.offset(), heap.length());
        decoder.decode(steps, count);
        Map<String, Double> numbers = rows.numbers(tile);
        return values(tile, numbers.get("ZSCALE"), numbers.get("ZZERO"));
    }

    /** Most tiles are of one length. */
    private void makeRoom(int count) {
        if (steps.length != count) {
            steps = new int[count];
            random = new float[count];
            values = new float[count];
        }
    }

    private float[] values(int tile, double scale, double zero) {
        new Dither(seed, tile).fill(random, steps.length);
        for (int i = 0; i < steps.length; i++) {
            int step = steps[i];
            float value = Quantiser.value(step, random[i], scale, zero);
            values[i] = step <= Quantiser.ZERO ? special(step, value) : value;
        }
        return values;
    }

    /** Only the lowest numbers stand for something else. */
    private float special(int step, float value) {
        return step == blank ? Float.NaN : keepsZeros && step == Quantiser.ZERO ? 0 : value;
    }

    private static float[] asItIs(TileHeap heap, int tile, int count)
            throws IOException, BadFitsException, DamagedTileException {
        heap.find(tile);
        float[] values = new float[count];
        try (DataInputStream in = new DataInputStream(
                new GZIPInputStream(new ByteArrayInputStream(heap.bytes(), heap.offset(), heap.length())))) {
            for (int i = 0; i < count; i++) {
                values[i] = in.readFloat();
            }
            return values;
        } catch (IOException broken) {
            throw new DamagedTileException("its gzip stream is broken: " + broken.getMessage());
        }
    }
}
