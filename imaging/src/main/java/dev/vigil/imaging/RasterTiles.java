package dev.vigil.imaging;

import java.util.Optional;

/**
 * Tiles that follow each other as the pixels of an image do: rows, parts of a row, or several rows at once.
 *
 * @param inner pixels of the axes that every tile has whole
 * @param length of the one axis that is divided
 * @param tile length of a tile along it; the last may be shorter
 */
record RasterTiles(long inner, long length, long tile) {

    /** Empty where pixels of one row belong to one tile and those before and behind them to another, as in square tiles. */
    static Optional<RasterTiles> of(Hdu hdu) {
        long axes = hdu.header().integer("ZNAXIS").orElse(0);
        Optional<RasterTiles> tiles = Optional.empty();
        long inner = 1;
        for (int axis = 1; axis <= axes; axis++) {
            long length = hdu.axis(axis);
            long tile = Math.min(length, tileAlong(hdu, axis, length));
            if (tiles.isPresent() && tile > 1) {
                return Optional.empty();
            } else if (tiles.isEmpty() && tile < length) {
                tiles = Optional.of(new RasterTiles(inner, length, tile));
            }
            inner *= length;
        }
        return Optional.of(tiles.orElse(new RasterTiles(inner, 1, 1)));
    }

    private static long tileAlong(Hdu hdu, int axis, long length) {
        return hdu.header().integer("ZTILE" + axis).orElse(axis == 1 ? length : 1);
    }

    /** How many pixels a tile has, counted from 0. */
    long pixelsOf(long index) {
        long perRound = (length - 1) / tile + 1;
        return inner * Math.min(tile, length - index % perRound * tile);
    }
}
