package dev.vigil.ledger;

/** Where a frame stands; every frame stands in exactly one place. The order is that of a page which shows problems first. */
public enum Standing {
    FAILED,
    STALLED,
    WAITING,
    ON_THE_WAY,
    RECORDED,
    EXCLUDED
}
