package dev.vigil.cli;

/** Something is named on the command line of which nothing is known; the message says what there is. */
final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
