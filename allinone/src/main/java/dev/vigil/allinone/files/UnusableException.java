package dev.vigil.allinone.files;

/** A file that cannot be used as asked; the message names it and says what to do. */
final class UnusableException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableException(String message) {
        super(message);
    }
}
