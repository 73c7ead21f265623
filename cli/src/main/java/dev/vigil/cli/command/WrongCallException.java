package dev.vigil.cli.command;

import java.util.function.Supplier;

/** The command line asks for what cannot be; the message says why. It ends with the status of a wrong command, whatever runs or does not. */
public class WrongCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongCallException(String message) {
        super(message);
    }

    /** A value made of what the user said; where its own constructor finds that wrong, the call is. */
    public static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException mistake) {
            throw new WrongCallException(mistake.getMessage());
        }
    }
}
