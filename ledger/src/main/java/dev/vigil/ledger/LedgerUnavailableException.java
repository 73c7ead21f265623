package dev.vigil.ledger;

/** The database cannot do it now, whatever the events are: wait, and try the same again. */
public final class LedgerUnavailableException extends LedgerException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailableException(Throwable cause) {
        super("the ledger cannot be written or read now: " + cause.getMessage(), cause);
    }
}
