package dev.vigil.imaging;

import java.util.OptionalLong;
import java.util.Set;

/**
 * Checks what a tile-compressed header claims before anything is uncompressed: a library that believes a wrong number of tiles
 * may search for them for ever.
 */
final class Tiling {
    private static final Set<String> ALGORITHMS =
            Set.of("RICE_1", "RICE_ONE", "GZIP_1", "GZIP_2", "PLIO_1", "HCOMPRESS_1", "NOCOMPRESS");
    private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);

    private final Hdu hdu;

    private Tiling(Hdu hdu) {
        this.hdu = hdu;
    }

    static void check(Hdu hdu) throws BadFitsException {
        new Tiling(hdu).check();
    }

    private void check() throws BadFitsException {
        String algorithm = hdu.header().text("ZCMPTYPE").orElse("nothing");
        if (!ALGORITHMS.contains(algorithm)) {
            throw bad("ZCMPTYPE is " + algorithm + ", an unknown compression");
        }
        if (!BITPIX.contains(value("ZBITPIX"))) {
            throw bad("ZBITPIX is " + value("ZBITPIX") + ", which FITS does not know");
        }
        long tiles = tiles();
        if (hdu.header().integer("NAXIS2").orElse(0) != tiles) {
            throw bad("its axes and tiles make " + tiles + " tiles, the table has "
                    + hdu.header().integer("NAXIS2").orElse(0));
        }
    }

    private long tiles() throws BadFitsException {
        long axes = value("ZNAXIS");
        long tiles = 1;
        long pixels = 1;
        for (int axis = 1; axis <= axes; axis++) {
            long length = positive("ZNAXIS" + axis);
            long tile = hdu.header().has("ZTILE" + axis) ? positive("ZTILE" + axis) : axis == 1 ? length : 1;
            pixels = pixels(pixels, length);
            tiles *= (length - 1) / tile + 1;
        }
        return tiles;
    }

    /** More than 2^31 pixels do not fit into an array. */
    private long pixels(long before, long length) throws BadFitsException {
        if (length > Integer.MAX_VALUE / before) {
            throw bad("it has more pixels than can be uncompressed at once");
        }
        return before * length;
    }

    private long positive(String keyword) throws BadFitsException {
        long value = value(keyword);
        if (value < 1) {
            throw bad(keyword + " is " + value);
        }
        return value;
    }

    private long value(String keyword) throws BadFitsException {
        OptionalLong value = hdu.header().integer(keyword);
        if (value.isEmpty()) {
            throw bad(keyword + " is missing or no whole number");
        }
        return value.getAsLong();
    }

    private BadFitsException bad(String what) {
        return new BadFitsException("HDU " + hdu.index() + " cannot be uncompressed: " + what);
    }
}
