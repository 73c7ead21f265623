package dev.vigil.imaging;

/** Says in words what is wrong with a file that should be FITS. */
public final class BadFitsException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadFitsException(String message) {
        super(message);
    }

    public BadFitsException(String message, Throwable cause) {
        super(message, cause);
    }
}
