package dev.vigil.ledger;

/** Somebody else has read on in a partition since it was given to this reader: seek to the ledger's position and read from there. */
public final class PositionMovedException extends LedgerException {
    private static final long serialVersionUID = 1L;

    PositionMovedException(Advance wanted, Position found) {
        super("cannot move " + wanted + ": the ledger is at " + found, null);
    }
}
