package dev.vigil.scheduler.decision;

/** News that can be read but says nothing that can be used: it belongs into the dead letters. */
public final class UnusableNewsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableNewsException(String message) {
        super(message);
    }
}
