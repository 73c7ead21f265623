package dev.vigil.ledger;

/** Why the ledger did not do what was asked. */
public abstract sealed class LedgerException extends RuntimeException
        permits LedgerUnavailableException, UnwritableException, PositionMovedException {
    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
