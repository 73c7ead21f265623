package dev.vigil.imaging;

import java.io.IOException;
import java.util.Arrays;

/** An image on its way into a file as a table of tiles, each a row. */
final class PackedImage {
    private final OutputHdu.Packed hdu;
    private final int width;
    private final TileTable table;

    private PackedImage(OutputHdu.Packed hdu, int width, int rows) {
        this.hdu = hdu;
        this.width = width;
        this.table = new TileTable(rows, hdu.isQuantised());
    }

    static PackedImage of(OutputHdu.Packed hdu) throws IOException {
        if (hdu.image() instanceof OutputHdu.Integers integers) {
            PackedImage packed = new PackedImage(hdu, integers.width(), integers.height() * integers.planes());
            packed.integers(integers);
            return packed;
        }
        Image image = ((OutputHdu.Floats) hdu.image()).image();
        PackedImage packed = new PackedImage(hdu, image.width(), image.height());
        if (hdu.isQuantised()) {
            packed.quantised(image.pixels());
        } else {
            packed.floats(image.pixels());
        }
        return packed;
    }

    TileTable table() {
        return table;
    }

    private void integers(OutputHdu.Integers integers) throws IOException {
        RiceEncoder encoder = new RiceEncoder(RiceWidth.ofBytes(integers.type().bytes()), TilePacker.BLOCK_SIZE, width);
        int[] row = new int[width];
        for (int from = 0; from < integers.pixels().length; from += width) {
            for (int i = 0; i < width; i++) {
                row[i] = stored(integers.pixels()[from + i], integers.type());
            }
            table.add(encoder.bytes(), encoder.encode(row, width));
        }
    }

    private static int stored(int value, PixelType type) {
        if (type.clip(value) != value) {
            throw new IllegalArgumentException(value + " cannot be stored as " + type);
        }
        return value - type.zero();
    }

    private void floats(float[] pixels) throws IOException {
        try (GzipTile tile = GzipTile.quick(width)) {
            for (int from = 0; from < pixels.length; from += width) {
                table.add(tile.bytes(), tile.packShuffled(pixels, from));
            }
        }
    }

    private void quantised(float[] pixels) throws IOException {
        Quantiser quantiser = new Quantiser(hdu.form(), width);
        RiceEncoder encoder = new RiceEncoder(RiceWidth.INT, TilePacker.BLOCK_SIZE, width);
        try (GzipTile asItIs = GzipTile.stored(width)) {
            for (int from = 0; from < pixels.length; from += width) {
                if (quantiser.quantise(pixels, from, from / width)) {
                    int length = encoder.encode(quantiser.steps(), width);
                    table.addQuantised(encoder.bytes(), length, quantiser.scale(), quantiser.zero());
                } else {
                    table.addAsItIs(asItIs.bytes(), asItIs.pack(pixels, from));
                }
            }
        }
    }

    /** The header of the table, without its sums. */
    Header header() {
        Header.Builder cards = Header.builder();
        cards.put("XTENSION", "BINTABLE", "kind of extension");
        cards.put("BITPIX", 8, "bits per value");
        cards.put("NAXIS", 2, "number of axes");
        cards.put("NAXIS1", table.rowBytes(), "bytes of a row");
        cards.put("NAXIS2", table.rows(), "rows, one for each tile");
        cards.put("PCOUNT", table.heapBytes(), "bytes of all streams");
        cards.put("GCOUNT", 1, "one group");
        columns(cards);
        image(cards);
        return cards.build();
    }

    private void columns(Header.Builder cards) {
        int fields = 1 + (table.hasFallbacks() ? 1 : 0) + (hdu.isQuantised() ? 2 : 0);
        cards.put("TFIELDS", fields, "number of columns");
        int number = column(cards, 1, "COMPRESSED_DATA", "1PB(" + table.longest(false) + ")");
        if (table.hasFallbacks()) {
            number = column(cards, number, "GZIP_COMPRESSED_DATA", "1PB(" + table.longest(true) + ")");
        }
        if (hdu.isQuantised()) {
            column(cards, column(cards, number, "ZSCALE", "1D"), "ZZERO", "1D");
        }
    }

    private static int column(Header.Builder cards, int number, String name, String form) {
        cards.put("TTYPE" + number, name, "name of the column");
        cards.put("TFORM" + number, form, "format of the column");
        return number + 1;
    }

    private void image(Header.Builder cards) {
        PixelType type = hdu.type();
        cards.put("ZIMAGE", true, "the table is an image");
        cards.put("ZTENSION", "IMAGE", "kind of extension it is");
        cards.put("ZBITPIX", type.bitpix(), "bits per pixel");
        int[] axes = hdu.axes();
        cards.put("ZNAXIS", axes.length, "number of axes");
        for (int i = 0; i < axes.length; i++) {
            cards.put("ZNAXIS" + (i + 1), axes[i], "length of axis " + (i + 1));
        }
        cards.put("ZPCOUNT", 0, "no further values");
        cards.put("ZGCOUNT", 1, "one group");
        for (int i = 0; i < axes.length; i++) {
            cards.put("ZTILE" + (i + 1), i == 0 ? axes[0] : 1, "length of a tile along axis " + (i + 1));
        }
        algorithm(cards, type);
        if (type.zero() != 0) {
            cards.put("BZERO", type.zero(), "physical = stored * BSCALE + BZERO");
            cards.put("BSCALE", 1, "physical = stored * BSCALE + BZERO");
        }
    }

    private void algorithm(Header.Builder cards, PixelType type) {
        boolean isRice = hdu.isQuantised() || type != PixelType.FLOAT_32;
        cards.put("ZCMPTYPE", isRice ? "RICE_1" : "GZIP_2", "how tiles are packed");
        if (isRice) {
            cards.put("ZNAME1", "BLOCKSIZE", "pixels per block");
            cards.put("ZVAL1", TilePacker.BLOCK_SIZE, "pixels per block");
            cards.put("ZNAME2", "BYTEPIX", "bytes per packed number");
            cards.put("ZVAL2", hdu.isQuantised() ? 4 : type.bytes(), "bytes per packed number");
        }
        if (hdu.isQuantised()) {
            cards.put("ZQUANTIZ", "SUBTRACTIVE_DITHER_2", "how numbers are told in steps of their noise");
            cards.put("ZDITHER0", hdu.form().seed(), "where the dither begins");
            cards.put("ZBLANK", Quantiser.NO_VALUE, "stands for no value");
        } else if (type == PixelType.FLOAT_32) {
            cards.put("ZQUANTIZ", "NONE", "nothing is lost");
        }
    }

    @Override
    public String toString() {
        return Arrays.toString(hdu.axes()) + " packed into " + table.heapBytes() + " bytes";
    }
}
