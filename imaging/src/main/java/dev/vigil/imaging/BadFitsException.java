package dev.vigil.imaging;

/** Says in words what is wrong with a file that should be FITS. */
public final class BadFitsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean cutShort;

    public BadFitsException(String message) {
        this(message, false);
    }

    private BadFitsException(String message, boolean cutShort) {
        super(message);
        this.cutShort = cutShort;
    }

    /** A fault that more bytes at the end of the file may still repair. */
    static BadFitsException cutShort(String message) {
        return new BadFitsException(message, true);
    }

    /** Whether the file may only be not all there yet. */
    public boolean isCutShort() {
        return cutShort;
    }
}
