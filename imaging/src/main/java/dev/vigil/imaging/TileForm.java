package dev.vigil.imaging;

/**
 * How an image is packed into tiles, each a row. Whole numbers are never changed (RICE_1).
 *
 * @param level how many steps of single-precision numbers there are in one standard deviation of their row's noise; 0 keeps
 *     them as they are (GZIP_2)
 * @param seed where the sequence of the dither begins, from 1 to 10000
 */
public record TileForm(double level, int seed) {
    /** Nothing is lost. */
    public static final TileForm LOSSLESS = new TileForm(0, 1);

    public TileForm {
        if (!(level >= 0) || seed < 1 || seed > Dither.LENGTH) {
            throw new IllegalArgumentException("no form of tiles: level " + level + ", seed " + seed);
        }
    }

    /** Steps of a part of the noise, dithered (SUBTRACTIVE_DITHER_2); the digest of what went in decides where the dither begins. */
    public static TileForm quantised(double level, String digest) {
        return new TileForm(level, 1 + (int) (Long.parseLong(digest.substring(0, 8), 16) % Dither.LENGTH));
    }

    boolean isLossless() {
        return level == 0;
    }
}
