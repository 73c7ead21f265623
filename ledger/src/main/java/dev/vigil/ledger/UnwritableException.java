package dev.vigil.ledger;

/** At least one of the events cannot be written as it is; trying again would not help. */
public final class UnwritableException extends LedgerException {
    private static final long serialVersionUID = 1L;

    UnwritableException(Throwable cause) {
        super("the ledger refuses an event: " + cause.getMessage(), cause);
    }
}
