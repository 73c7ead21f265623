package dev.vigil.cli.command;

/** Something is named on the command line of which nothing is known; the message says what there is. */
public final class UnknownNameException extends WrongCallException {
    private static final long serialVersionUID = 1L;

    public UnknownNameException(String message) {
        super(message);
    }
}
