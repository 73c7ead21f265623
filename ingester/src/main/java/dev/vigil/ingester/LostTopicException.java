package dev.vigil.ingester;

/** A topic is no longer the one that the ledger was read from; a person has to decide. */
public final class LostTopicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostTopicException(String what) {
        super(what
                + ". Restore the topic; or, if its old records may be forgotten, delete the topic's rows from the ledger's "
                + "table offsets, and it is read from its beginning");
    }
}
