package dev.vigil.imaging;

/** Says what is wrong with the stream of a tile; which tile it was is known where it was read. */
final class DamagedTileException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedTileException(String message) {
        super(message);
    }
}
